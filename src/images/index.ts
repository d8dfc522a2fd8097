export { drawAppIcons, drawIcon, isIcon } from "./app-icons.ts";
export { encodePicture } from "./encode-picture.ts";
export { createImageStore } from "./image-store.ts";
export { inspectPictures } from "./picture-inspector.ts";
export { makeShareCard } from "./share-card.ts";
