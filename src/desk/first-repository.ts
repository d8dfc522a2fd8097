import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { strings } from "./strings.ts";

const run = promisify(execFile);

/** Makes a Git repository of a content folder that is in none. Its files become the first commit. */
export async function makeFirstRepository(contentDirectory: string): Promise<void> {
	const git = (...words: readonly string[]) => run("git", words, { cwd: contentDirectory });
	await git("init", "--quiet", "--initial-branch=main");
	await git("add", "--all");
	const { name, email } = strings.firstCommit;
	const author = ["-c", `user.name=${name}`, "-c", `user.email=${email}`];
	await git(...author, "commit", "--quiet", "--allow-empty", "--message", strings.firstCommit.message);
}
