export {
	createImageStore,
	type ImageStore,
	type ImageStoreOptions,
	type PreparedPictures,
	type PublishedPicture,
} from "./image-store.ts";
export { makeShareCard, type ShareCardOptions, type ShareCardPicture } from "./share-card.ts";
