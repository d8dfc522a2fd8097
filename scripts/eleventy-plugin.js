/** What `import tintinh, { config } from "tintinh"` gives a portal's `.eleventy.js`. */
import { loadProgram } from "./load-program.js";

const { default: tintinh, config } = await loadProgram("eleventy");

export { config };
export default tintinh;
