import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { asIsoDateTime, dayOf } from "../../src/model/ids.ts";
import { assertFree, faultOfLogo, makePortal, NewPortalError } from "../../src/new-portal/make-portal.ts";
import { ProductSpecError, productDependency } from "../../src/new-portal/product-spec.ts";
import {
	type AnswerName,
	answerNames,
	defaultAnswer,
	faultOf,
	type GivenAnswers,
	readAnswers,
} from "../../src/new-portal/questions.ts";
import { strings } from "../../src/new-portal/strings.ts";
import { usualProduct } from "../../src/new-portal/usual-product.ts";
import { hasSource, productFolder } from "../../src/program/product-folder.js";
import { toVietnamMoment } from "../../src/text/index.ts";
import { CommandError, defineCommand } from "../command.ts";

const answer = (name: AnswerName, value: string) => ({
	kind: "text" as const,
	summary: strings.options[name],
	value,
});

export const command = defineCommand(
	{
		needsNoPortal: true,
		details: [
			"Thư mục nhận cổng tin phải chưa có, hoặc trống. Thiếu tùy chọn nào thì lệnh hỏi điều ấy; bấm Enter để lấy",
			"giá trị trong ngoặc.",
			"",
			"Ví dụ: tintinh new ../tin-xa-minh",
			'       tintinh new ../tin-xa-minh --yes --name "Tin xã Minh" --province "Phú Thọ"',
		].join("\n"),
		options: {
			name: answer("name", "TÊN"),
			province: answer("province", "TỈNH"),
			committee: answer("committee", "TÊN"),
			address: answer("address", "ĐỊA-CHỈ"),
			logo: answer("logo", "TỆP"),
			yes: { kind: "flag", summary: "Không hỏi; điều gì không nêu thì lấy giá trị mặc định" },
			product: {
				kind: "text",
				value: "NGUỒN",
				summary: "Lấy Tin Tỉnh từ đâu: thư mục, tệp .tgz, địa chỉ Git, hoặc phiên bản trên kho npm",
			},
		},
		positionals: { name: "THƯ-MỤC", summary: "Thư mục nhận cổng tin mới", min: 1, max: 1 },
	},
	async ({ options, positionals }, reporter) => {
		const workingDirectory = process.cwd();
		const [given = ""] = positionals;
		const directory = resolve(workingDirectory, given);
		const now = asIsoDateTime(toVietnamMoment(Date.now()));
		const day = dayOf(now);
		try {
			await assertFree(directory);
			const product = productOf(options.product, directory, workingDirectory);
			const named: GivenAnswers = Object.fromEntries(
				answerNames.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
			);
			const answers = readAnswers(named, day);
			const logoFault = await faultOfLogo((named.logo ?? "").trim(), workingDirectory);
			const faults = [
				...("faults" in answers ? answers.faults : []),
				...(logoFault ? [{ name: "logo" as const, ...logoFault }] : []),
			].filter(({ name }) => named[name] !== undefined);
			if (faults.length > 0) {
				const lines = faults.map(({ name, message, remedy }) => `--${name}: ${message} (${remedy})`);
				throw new CommandError(lines.join("\n"));
			}
			const all = options.yes ? named : await ask(named, day, workingDirectory);
			const read = readAnswers(all, day);
			if ("faults" in read) throw new Error(JSON.stringify(read.faults));
			await makePortal({ directory, answers: read, product, node: nodeRange(), now, workingDirectory });
		} catch (error) {
			if (error instanceof NewPortalError) throw new CommandError(error.message, error.remedy);
			throw error;
		}
		reporter.line(`Đã tạo cổng tin trong “${given}”. Tiếp theo:\n`);
		reporter.line(`  cd ${/[^\w./-]/.test(given) ? `"${given}"` : given}\n  npm install\n  npm start\n`);
		reporter.summary("README.md trong thư mục ấy nói những việc cần làm trước khi công bố.");
	},
);

/** Asks for what was not given, again until the answer can be taken. */
async function ask(
	named: GivenAnswers,
	day: ReturnType<typeof dayOf>,
	workingDirectory: string,
): Promise<GivenAnswers> {
	const answers: Partial<Record<AnswerName, string>> = { ...named };
	const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
	try {
		for (const name of answerNames) {
			while (answers[name] === undefined) {
				const usual = defaultAnswer(name, answers, day);
				process.stdout.write(`${strings.questions[name]}${usual === "" ? "" : ` [${usual}]`}: `);
				const line = await lines.next();
				if (line.done) {
					process.stdout.write("\n");
					throw new CommandError(strings.tooFewAnswers, strings.tooFewAnswersRemedy);
				}
				const text = line.value.trim() === "" ? usual : line.value;
				const fault =
					faultOf(name, text, day) ??
					(name === "logo" ? await faultOfLogo(text.trim(), workingDirectory) : undefined);
				if (fault) process.stdout.write(`  ${fault.message} (${fault.remedy})\n`);
				else answers[name] = text;
			}
		}
	} finally {
		await lines.return?.();
		process.stdin.unref();
	}
	return answers;
}

/** Without a word about it: this folder, for somebody who works on the product; else where the running one is from. */
function productOf(spec: string | undefined, directory: string, workingDirectory: string): string {
	if (spec === undefined && !hasSource) return usualProduct(productFolder, packageFacts().version, directory);
	try {
		return productDependency(spec ?? productFolder, directory, workingDirectory);
	} catch (error) {
		if (!(error instanceof ProductSpecError)) throw error;
		const told = error.isPath ? strings.noProduct(error.message) : strings.badProduct(error.message);
		throw new CommandError(told, strings.productRemedy);
	}
}

function nodeRange(): string {
	return packageFacts().engines.node;
}

function packageFacts(): { readonly version: string; readonly engines: { readonly node: string } } {
	return JSON.parse(readFileSync(join(productFolder, "package.json"), "utf8"));
}
