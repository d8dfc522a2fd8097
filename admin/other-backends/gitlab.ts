export { GitLabBackend as Backend } from "decap-cms-backend-gitlab";
