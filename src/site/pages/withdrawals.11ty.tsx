import { template } from "./template.ts";

export const { data, render } = template("withdrawals", ({ view }) => `${JSON.stringify(view)}\n`);
