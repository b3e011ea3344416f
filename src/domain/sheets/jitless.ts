import { config } from "zod/mini";

// Office panes run under a content security policy without eval: zod must not probe for it.
config({ jitless: true });
