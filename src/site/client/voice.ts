/** Reports visits to our server. */
import { visitAddress } from "../../model/voice-addresses.ts";
import { tellAndShow } from "./page-numbers.ts";

tellAndShow((from) =>
	fetch(visitAddress, { method: "POST", body: `${location.pathname}\n${from}`, keepalive: true }),
);
