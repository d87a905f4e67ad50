/** The hash of the sources that this page was built from; `dev` under the development server. */
declare const __BUILD__: string
