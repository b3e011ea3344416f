import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import TerserPlugin from "terser-webpack-plugin";
import webpack from "webpack";

/** Address the manifest is written with; `--env url=https://…` puts another one in its place. */
const DEV_URL = "https://localhost:3000/";
const root = fileURLToPath(new URL(".", import.meta.url));

/** @typedef {import("webpack").Configuration & { devServer?: import("webpack-dev-server").Configuration }} Configuration */

/**
 * @param {{ url?: string, WEBPACK_SERVE?: boolean }} env
 * @param {{ mode?: "production" | "development" }} options
 * @returns {Promise<Configuration[]>}
 */
export default async function config(env, options) {
  const mode = options.mode ?? "production";
  if (env.WEBPACK_SERVE !== true) return [pages(mode, withSlash(env.url ?? DEV_URL)), commandLine(mode)];
  return [{ ...pages(mode, DEV_URL), devServer: await devServer() }];
}

/**
 * The two pages: the pane that Excel shows, and the atelier that needs no Excel.
 *
 * @param {"production" | "development"} mode
 * @param {string} url
 * @returns {Configuration}
 */
function pages(mode, url) {
  return {
    ...shared(mode),
    name: "pages",
    target: ["web", "es2022"],
    entry: { taskpane: "./src/taskpane/index.tsx", atelier: "./src/atelier/index.tsx" },
    output: {
      path: `${root}dist`,
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      assetModuleFilename: "[name].[contenthash:8][ext]",
      clean: { keep: /^cli\// },
    },
    plugins: [
      page("taskpane", "./src/taskpane/taskpane.html"),
      page("atelier", "./src/atelier/atelier.html"),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets", globOptions: { ignore: ["**/*.mjs", "**/*.svg", "**/lisez-moi/**"] } },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (/** @type {Buffer} */ content) => content.toString().replaceAll(DEV_URL, url),
          },
        ],
      }),
    ],
  };
}

/**
 * The command line, in one file that `node` runs as it is.
 *
 * @param {"production" | "development"} mode
 * @returns {Configuration}
 */
function commandLine(mode) {
  return {
    ...shared(mode),
    name: "cli",
    target: "node20",
    entry: { main: "./src/cli/main.ts" },
    experiments: { outputModule: true },
    output: {
      path: `${root}dist/cli`,
      filename: "[name].js",
      assetModuleFilename: "[name][ext]",
      module: true,
      chunkFormat: "module",
      library: { type: "module" },
    },
    plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  };
}

/**
 * What both builds share. No eval anywhere, source maps included: the pages forbid it.
 *
 * @param {"production" | "development"} mode
 * @returns {Configuration}
 */
function shared(mode) {
  return {
    mode,
    context: root,
    devtool: "source-map",
    performance: false,
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2022",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic", development: mode === "development" } },
            },
          },
        },
        { test: /\.(css|gz|svg)$/, type: "asset/resource" },
      ],
    },
    optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })] },
  };
}

/**
 * @param {string} name Chunk and file name of the page.
 * @param {string} template
 */
function page(name, template) {
  return new HtmlPlugin({ template, filename: `${name}.html`, chunks: [name], scriptLoading: "defer", minify: false });
}

/** Excel only opens https pages: certificates are asked for when serving, never when building. */
async function devServer() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return {
    port: 3000,
    headers: { "Access-Control-Allow-Origin": "*" },
    server: { type: "https", options: await getHttpsServerOptions() },
    client: { overlay: false },
    hot: false,
    liveReload: true,
  };
}

/** @param {string} url */
function withSlash(url) {
  return url.endsWith("/") ? url : `${url}/`;
}
