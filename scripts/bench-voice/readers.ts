/** What the readers of the measured portal ask for, and from where. */
export const origin = "https://thu.example.vn";
export const agent =
	"Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36";
export const articles = Array.from({ length: 200 }, (_, number) => `bai-so-${number}`);
