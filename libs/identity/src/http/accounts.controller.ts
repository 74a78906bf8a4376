import { Body, Controller, Param, Query } from '@nestjs/common';
import { ROLES, type AccountId, type PersonId, type Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import { z } from 'zod';
import { ManageAccounts } from '../application/manage-accounts';
import { accommodationInputSchema, accountRowSchema, changeAccountSchema, type ChangeAccount } from '../contract';

const query = pageQuery.extend({ search: z.string().trim().max(80).optional(), role: z.enum(ROLES).optional() });
const params = z.object({ id: z.uuid() });

@Controller()
export class AccountsController {
  constructor(private readonly accounts: ManageAccounts) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/accounts',
    allow: ['administrator', 'exam-manager'],
    object: 'any',
    query,
    returns: pageOf(accountRowSchema, 'AccountPage'),
    summary: { zh: '查找账号', en: 'Search the accounts' },
  })
  page(@Query() filter: z.infer<typeof query>) {
    return this.accounts.page(filter);
  }

  @Endpoint({
    method: 'PATCH',
    path: '/api/v1/accounts/:id',
    allow: ['administrator'],
    object: 'any',
    params,
    body: changeAccountSchema,
    summary: { zh: '停用账号、改变角色或所属机构', en: 'Disable an account, change its roles or institution' },
  })
  change(@Who() who: Principal, @Param('id') id: AccountId, @Body() body: ChangeAccount): Promise<void> {
    return this.accounts.change(who, id, body);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/v1/people/:id/accommodation',
    allow: ['exam-manager'],
    object: 'any',
    params,
    body: accommodationInputSchema,
    summary: { zh: '核准考试便利（加时、休息）', en: 'Grant extra time and breaks' },
  })
  accommodate(
    @Who() who: Principal,
    @Param('id') id: PersonId,
    @Body() body: z.infer<typeof accommodationInputSchema>,
  ): Promise<void> {
    return this.accounts.setAccommodation(who, id, body);
  }
}
