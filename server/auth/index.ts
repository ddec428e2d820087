export { SessionResolver } from './session-resolver.ts';
export { createAccount, createSignIn, type SignIn } from './sign-in.ts';
export { insertClinic, insertStaffMember } from './repository.ts';
export { describeInstallation, VERSION } from './describe-installation.ts';
