export { drawAppIcons, drawIcon } from "./app-icons.ts";
export { encodePicture } from "./encode-picture.ts";
export { createImageStore } from "./image-store.ts";
export { inspectSvg } from "./inspect-svg.ts";
export { inspectPictures } from "./picture-inspector.ts";
export { makeShareCard } from "./share-card.ts";
