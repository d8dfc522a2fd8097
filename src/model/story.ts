/** The form of a story: a photo story, or one with a video. */

/** A video that a body shows. */
export interface StoryVideo {
	/** Absent if the article does not say it. */
	readonly seconds?: number;
}

/** Found in the body, so that editors need not state it. */
export interface StoryForm {
	/** Its pictures tell the story. */
	readonly isPhotoStory?: true | undefined;
	/** The first one of its body. */
	readonly video?: StoryVideo | undefined;
}

const fewestPictures = 3;
/** With more words to a picture, a text is illustrated. */
const mostWordsOfPicture = 150;

/** @param words of the body */
export function isPhotoStory(pictures: number, words: number): boolean {
	return pictures >= fewestPictures && words <= pictures * mostWordsOfPicture;
}

/** "12:30" or "1:02:30" at the end of a text, in parentheses or alone, in seconds. */
export function lengthIn(text: string): number | undefined {
	const [, hours = "0", minutes, seconds] =
		/(?:^|[\s(])(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)\)?$/.exec(text.trim()) ?? [];
	if (minutes === undefined || seconds === undefined) return undefined;
	return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** "12:30", "1:02:30" */
export function formatLength(seconds: number): string {
	const two = (part: number) => String(part).padStart(2, "0");
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor((seconds % 3600) / 60);
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The lists of stories by their form. */
export const storyLists = ["photos", "videos"] as const;

export type StoryList = (typeof storyLists)[number];

export function isInStoryList({ isPhotoStory, video }: StoryForm, list: StoryList): boolean {
	return list === "photos" ? isPhotoStory === true : video !== undefined;
}
