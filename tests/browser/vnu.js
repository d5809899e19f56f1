// The Nu Html Checker, which checks HTML as the standard has it, and XML by RELAX NG schemas.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** For a program that runs for seconds, the thorough compiler of Java costs more than it gives. What the
 * quick one makes takes more of the stack. */
const quick = ["-XX:TieredStopAtLevel=1", "-Xss2m"];

/** Checks files, and gives what it has to say of them, a line each. */
export function check(...options) {
  return new Promise((resolve, reject) => {
    const arguments_ = [...quick, "-jar", jar, "--stdout", ...options];
    execFile("java", arguments_, { maxBuffer: 2 ** 26 }, (error, out, errors) => {
      // 1 says that something was found.
      if (error && error.code !== 1) return reject(error);
      const lines = (out + errors).split("\n").filter((line) => line !== "");
      if (error && lines.length === 0) return reject(error);
      resolve(lines);
    });
  });
}
