import { fromMultibase } from './base58';
import { hex, joined, utf8, type Bytes } from './bytes';
import type { Proof } from './credential';
import { CannotCheckHere, isEd25519, sha256, sha256Hex } from './crypto';
import { canonicalJson, type Json } from './json';
import { canonicalQuads, CONTEXTS } from './json-ld';

type Contexts = typeof CONTEXTS;

interface Provable {
  readonly '@context': readonly string[];
  readonly proof: Proof | readonly Proof[];
}

export const proofsOf = ({ proof }: Provable): readonly Proof[] => [proof].flat() as Proof[];

/**
 * Whether every proof of a document holds under one key, by the steps of VC Data Integrity EdDSA 1.0 (3.2 and 3.3): canonical form of
 * the proof's options and of the document, SHA-256 of each, Ed25519 over both hashes.
 */
export async function isProven(document: Provable, publicKey: Bytes, contexts = CONTEXTS): Promise<boolean> {
  const proofs = proofsOf(document);
  const [first] = proofs;
  if (first === undefined) return false;
  // By one key and of one moment, or one of them is of another document.
  const alike = (each: Proof) => each.verificationMethod === first.verificationMethod && each.created === first.created;
  if (!proofs.every(alike)) return false;
  // Status lists are looked at again and again: what held for these very characters under this key holds.
  const [name, remembered] = [await nameOf(document, publicKey), contexts === CONTEXTS];
  if (remembered && PROVEN.has(name)) return true;
  // The cheaper form first: what it does not cover needs no other look.
  const byCost = [...proofs].sort((a, b) => a.cryptosuite.localeCompare(b.cryptosuite));
  for (const proof of byCost) if (!(await holds(document, proof, publicKey, contexts))) return false;
  if (remembered) remember(name);
  return true;
}

const REMEMBERED = 64;
const PROVEN = new Set<string>();

function remember(name: string): void {
  if (PROVEN.size >= REMEMBERED) PROVEN.delete(PROVEN.values().next().value!);
  PROVEN.add(name);
}

const nameOf = async (document: Provable, publicKey: Bytes): Promise<string> =>
  `${hex(publicKey)} ${await sha256Hex(utf8(canonicalJson(document as unknown as Json)))}`;

async function holds(document: Provable, proof: Proof, publicKey: Bytes, contexts: Contexts): Promise<boolean> {
  const signature = fromMultibase(proof.proofValue);
  if (signature === null) return false;
  try {
    return await isEd25519(publicKey, await signedBytes(document, proof, contexts), signature);
  } catch (error) {
    if (error instanceof CannotCheckHere) throw error;
    // What has no canonical form cannot have been signed in it.
    return false;
  }
}

async function signedBytes(document: Provable, proof: Proof, contexts: Contexts): Promise<Bytes> {
  const { proof: _, ...unsecured } = document;
  const { proofValue: _value, ...options } = proof;
  const [form, signedOptions] =
    proof.cryptosuite === 'eddsa-jcs-2022'
      ? [(value: object) => Promise.resolve(canonicalJson(value as Json)), options]
      : [(value: object) => canonicalQuads(value, contexts), { '@context': document['@context'], ...options }];
  const [a, b] = [await form(signedOptions), await form(unsecured)];
  return joined(await sha256(utf8(a)), await sha256(utf8(b)));
}
