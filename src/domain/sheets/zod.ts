import * as z from "zod/mini";

// Office panes run under a content security policy without eval: zod must not probe for it.
z.config({ jitless: true });

export { z };
