import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../demo/accounts';

/** Prints who can sign in to the demonstration. */
export async function demoAccounts(): Promise<number> {
  console.log(`\n演示账号，密码均为 ${DEMO_PASSWORD} / Demo accounts, all with the password ${DEMO_PASSWORD}:`);
  for (const { email, roles } of DEMO_ACCOUNTS) console.log(`  ${email.padEnd(28)} ${roles.join(', ')}`);
  return 0;
}
