/** What `import tintinh from "tintinh"` gives a portal's `.eleventy.js`. */
import { loadProgram } from "./load-program.js";

const { default: tintinh } = await loadProgram("eleventy");

export default tintinh;
