import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type Principal } from '@hz/kernel';
import { cleanPicture, PictureRefusedError, UnitOfWork, type CleanPicture } from '@hz/platform';
import { PictureNotFound, PictureRefused, type TemplatePicture } from '../../contract';
import { TemplateRepository } from '../../persistence/template.repository';

/** Pictures of seals and signatures. What is kept is what was cleaned, never the file that somebody sent. */
@Injectable()
export class TemplatePictures {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws PictureRefused with the reason. */
  async add(who: Principal, file: Buffer): Promise<TemplatePicture> {
    const picture = cleaned(file);
    const hash = createHash('sha256').update(picture.bytes).digest('hex');
    await this.uow.run(async (tx) => {
      await this.templates.addPicture(tx, hash, picture, this.clock.now());
      const object = { type: 'certificate-picture', id: hash };
      await this.audit.record(tx, who, 'certification.picture-added', object, { mediaType: picture.mediaType });
    });
    return { hash, width: picture.width, height: picture.height };
  }

  /** Throws PictureNotFound. */
  async one(hash: string): Promise<{ mediaType: string; bytes: Buffer }> {
    const [found] = await this.templates.pictures([hash]);
    if (found === undefined) throw new PictureNotFound({ picture: hash });
    return found;
  }
}

function cleaned(file: Buffer): CleanPicture {
  try {
    return cleanPicture(file);
  } catch (error) {
    if (error instanceof PictureRefusedError) throw new PictureRefused({ why: error.why });
    throw error;
  }
}
