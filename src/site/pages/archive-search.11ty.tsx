import { pageTemplate } from "./page-template.tsx";

export const { data, render } = pageTemplate("archive-search");
