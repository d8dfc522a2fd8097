/** What `npm run bench:search` says. */
export const strings = {
	makingArticles: "Viết các bài",
	makingQueries: "Chọn câu hỏi",
} as const;
