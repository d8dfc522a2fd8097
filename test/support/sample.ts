import { asIsoDateTime } from "../../src/model/ids.ts";

/** The moment at which tests build the sample portal: the evening of its newest articles. */
export const sampleNow = asIsoDateTime("2026-11-22T20:00:00+07:00");
