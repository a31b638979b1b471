var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// shared:src/runtime/action.ts
var require_action = __commonJS({
  "shared:src/runtime/action.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/action.ts"];
  }
});

// shared:actions/migrate/inputs.ts
var require_inputs = __commonJS({
  "shared:actions/migrate/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/migrate/inputs.ts"];
  }
});

// shared:src/inputs/duration.ts
var require_duration = __commonJS({
  "shared:src/inputs/duration.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/duration.ts"];
  }
});

// shared:src/runtime/errors.ts
var require_errors = __commonJS({
  "shared:src/runtime/errors.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/errors.ts"];
  }
});

// src/runtime/time-limit.ts
function withDeadline(context, ms, shown = ms) {
  const over = new AbortController();
  context.clock.timer(ms, () => over.abort(new import_errors.TimedOutError(shown)));
  return {
    ...context,
    signal: AbortSignal.any([context.signal, over.signal]),
    deadline: context.clock.now() + ms,
    timeout: shown
  };
}
function expiring(clock, ms, what) {
  const over = new AbortController();
  clock.timer(ms, () => over.abort(new Error(`${what} took longer than ${(0, import_duration.formatDuration)(ms)}`)));
  return over.signal;
}
var import_duration, import_errors;
var init_time_limit = __esm({
  "src/runtime/time-limit.ts"() {
    "use strict";
    import_duration = __toESM(require_duration(), 1);
    import_errors = __toESM(require_errors(), 1);
  }
});

// node_modules/@actions/io/lib/io-util.js
function exists(fsPath) {
  return __awaiter(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath2, extensions) {
  return __awaiter(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath2);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath2}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path.extname(filePath2).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath2;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath2;
        }
      }
    }
    const originalFilePath = filePath2;
    for (const extension of extensions) {
      filePath2 = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath2);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath2}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path.dirname(filePath2);
            const upperName = path.basename(filePath2).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath2 = path.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath2}': ${err}`);
          }
          return filePath2;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath2;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}
var fs, path, __awaiter, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    fs = __toESM(require("fs"), 1);
    path = __toESM(require("path"), 1);
    __awaiter = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve4) {
          resolve4(value);
        });
      }
      return new (P || (P = Promise))(function(resolve4, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    ({ chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises);
    IS_WINDOWS = process.platform === "win32";
    READONLY = fs.constants.O_RDONLY;
  }
});

// node_modules/@actions/io/lib/io.js
function which(tool, check) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path2.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath2 = yield tryGetExecutablePath(tool, extensions);
      if (filePath2) {
        return [filePath2];
      }
      return [];
    }
    if (tool.includes(path2.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path2.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath2 = yield tryGetExecutablePath(path2.join(directory, tool), extensions);
      if (filePath2) {
        matches.push(filePath2);
      }
    }
    return matches;
  });
}
var path2, __awaiter2;
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    path2 = __toESM(require("path"), 1);
    init_io_util();
    __awaiter2 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve4) {
          resolve4(value);
        });
      }
      return new (P || (P = Promise))(function(resolve4, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// node_modules/@actions/exec/lib/toolrunner.js
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped = false;
  let arg = "";
  function append(c) {
    if (escaped && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var os, events, child, path3, import_timers, __awaiter3, IS_WINDOWS2, ToolRunner, ExecState;
var init_toolrunner = __esm({
  "node_modules/@actions/exec/lib/toolrunner.js"() {
    os = __toESM(require("os"), 1);
    events = __toESM(require("events"), 1);
    child = __toESM(require("child_process"), 1);
    path3 = __toESM(require("path"), 1);
    init_io();
    init_io_util();
    import_timers = require("timers");
    __awaiter3 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve4) {
          resolve4(value);
        });
      }
      return new (P || (P = Promise))(function(resolve4, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    IS_WINDOWS2 = process.platform === "win32";
    ToolRunner = class extends events.EventEmitter {
      constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
          throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
      }
      _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
          this.options.listeners.debug(message);
        }
      }
      _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? "" : "[command]";
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            cmd += toolPath;
            for (const a of args) {
              cmd += ` ${a}`;
            }
          } else if (options.windowsVerbatimArguments) {
            cmd += `"${toolPath}"`;
            for (const a of args) {
              cmd += ` ${a}`;
            }
          } else {
            cmd += this._windowsQuoteCmdArg(toolPath);
            for (const a of args) {
              cmd += ` ${this._windowsQuoteCmdArg(a)}`;
            }
          }
        } else {
          cmd += toolPath;
          for (const a of args) {
            cmd += ` ${a}`;
          }
        }
        return cmd;
      }
      _processLineBuffer(data, strBuffer, onLine) {
        try {
          let s = strBuffer + data.toString();
          let n = s.indexOf(os.EOL);
          while (n > -1) {
            const line = s.substring(0, n);
            onLine(line);
            s = s.substring(n + os.EOL.length);
            n = s.indexOf(os.EOL);
          }
          return s;
        } catch (err) {
          this._debug(`error processing line. Failed with error ${err}`);
          return "";
        }
      }
      _getSpawnFileName() {
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            return process.env["COMSPEC"] || "cmd.exe";
          }
        }
        return this.toolPath;
      }
      _getSpawnArgs(options) {
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
            for (const a of this.args) {
              argline += " ";
              argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
            }
            argline += '"';
            return [argline];
          }
        }
        return this.args;
      }
      _endsWith(str, end) {
        return str.endsWith(end);
      }
      _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
      }
      _windowsQuoteCmdArg(arg) {
        if (!this._isCmdFile()) {
          return this._uvQuoteCmdArg(arg);
        }
        if (!arg) {
          return '""';
        }
        const cmdSpecialChars = [
          " ",
          "	",
          "&",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "^",
          "=",
          ";",
          "!",
          "'",
          "+",
          ",",
          "`",
          "~",
          "|",
          "<",
          ">",
          '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
          if (cmdSpecialChars.some((x) => x === char)) {
            needsQuotes = true;
            break;
          }
        }
        if (!needsQuotes) {
          return arg;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
            quoteHit = true;
            reverse += '"';
          } else {
            quoteHit = false;
          }
        }
        reverse += '"';
        return reverse.split("").reverse().join("");
      }
      _uvQuoteCmdArg(arg) {
        if (!arg) {
          return '""';
        }
        if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
          return arg;
        }
        if (!arg.includes('"') && !arg.includes("\\")) {
          return `"${arg}"`;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
            quoteHit = true;
            reverse += "\\";
          } else {
            quoteHit = false;
          }
        }
        reverse += '"';
        return reverse.split("").reverse().join("");
      }
      _cloneExecOptions(options) {
        options = options || {};
        const result = {
          cwd: options.cwd || process.cwd(),
          env: options.env || process.env,
          silent: options.silent || false,
          windowsVerbatimArguments: options.windowsVerbatimArguments || false,
          failOnStdErr: options.failOnStdErr || false,
          ignoreReturnCode: options.ignoreReturnCode || false,
          delay: options.delay || 1e4
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
      }
      _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
          result.argv0 = `"${toolPath}"`;
        }
        return result;
      }
      /**
       * Exec a tool.
       * Output will be streamed to the live console.
       * Returns promise with return code
       *
       * @param     tool     path to tool to exec
       * @param     options  optional exec options.  See ExecOptions
       * @returns   number
       */
      exec() {
        return __awaiter3(this, void 0, void 0, function* () {
          if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
            this.toolPath = path3.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
          }
          this.toolPath = yield which(this.toolPath, true);
          return new Promise((resolve4, reject) => __awaiter3(this, void 0, void 0, function* () {
            this._debug(`exec tool: ${this.toolPath}`);
            this._debug("arguments:");
            for (const arg of this.args) {
              this._debug(`   ${arg}`);
            }
            const optionsNonNull = this._cloneExecOptions(this.options);
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
            }
            const state = new ExecState(optionsNonNull, this.toolPath);
            state.on("debug", (message) => {
              this._debug(message);
            });
            if (this.options.cwd && !(yield exists(this.options.cwd))) {
              return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
            }
            const fileName = this._getSpawnFileName();
            const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
            let stdbuffer = "";
            if (cp.stdout) {
              cp.stdout.on("data", (data) => {
                if (this.options.listeners && this.options.listeners.stdout) {
                  this.options.listeners.stdout(data);
                }
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                  optionsNonNull.outStream.write(data);
                }
                stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                  if (this.options.listeners && this.options.listeners.stdline) {
                    this.options.listeners.stdline(line);
                  }
                });
              });
            }
            let errbuffer = "";
            if (cp.stderr) {
              cp.stderr.on("data", (data) => {
                state.processStderr = true;
                if (this.options.listeners && this.options.listeners.stderr) {
                  this.options.listeners.stderr(data);
                }
                if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
                  const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                  s.write(data);
                }
                errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                  if (this.options.listeners && this.options.listeners.errline) {
                    this.options.listeners.errline(line);
                  }
                });
              });
            }
            cp.on("error", (err) => {
              state.processError = err.message;
              state.processExited = true;
              state.processClosed = true;
              state.CheckComplete();
            });
            cp.on("exit", (code3) => {
              state.processExitCode = code3;
              state.processExited = true;
              this._debug(`Exit code ${code3} received from tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            cp.on("close", (code3) => {
              state.processExitCode = code3;
              state.processExited = true;
              state.processClosed = true;
              this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            state.on("done", (error, exitCode) => {
              if (stdbuffer.length > 0) {
                this.emit("stdline", stdbuffer);
              }
              if (errbuffer.length > 0) {
                this.emit("errline", errbuffer);
              }
              cp.removeAllListeners();
              if (error) {
                reject(error);
              } else {
                resolve4(exitCode);
              }
            });
            if (this.options.input) {
              if (!cp.stdin) {
                throw new Error("child process missing stdin");
              }
              cp.stdin.end(this.options.input);
            }
          }));
        });
      }
    };
    ExecState = class _ExecState extends events.EventEmitter {
      constructor(options, toolPath) {
        super();
        this.processClosed = false;
        this.processError = "";
        this.processExitCode = 0;
        this.processExited = false;
        this.processStderr = false;
        this.delay = 1e4;
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
          throw new Error("toolPath must not be empty");
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
          this.delay = options.delay;
        }
      }
      CheckComplete() {
        if (this.done) {
          return;
        }
        if (this.processClosed) {
          this._setResult();
        } else if (this.processExited) {
          this.timeout = (0, import_timers.setTimeout)(_ExecState.HandleTimeout, this.delay, this);
        }
      }
      _debug(message) {
        this.emit("debug", message);
      }
      _setResult() {
        let error;
        if (this.processExited) {
          if (this.processError) {
            error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
          } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
            error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
          } else if (this.processStderr && this.options.failOnStdErr) {
            error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
          }
        }
        if (this.timeout) {
          clearTimeout(this.timeout);
          this.timeout = null;
        }
        this.done = true;
        this.emit("done", error, this.processExitCode);
      }
      static HandleTimeout(state) {
        if (state.done) {
          return;
        }
        if (!state.processClosed && state.processExited) {
          const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
          state._debug(message);
        }
        state._setResult();
      }
    };
  }
});

// node_modules/@actions/exec/lib/exec.js
function exec(commandLine, args, options) {
  return __awaiter4(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}
var __awaiter4;
var init_exec = __esm({
  "node_modules/@actions/exec/lib/exec.js"() {
    init_toolrunner();
    __awaiter4 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve4) {
          resolve4(value);
        });
      }
      return new (P || (P = Promise))(function(resolve4, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// src/container/docker.ts
function createDocker({ env: base, docker: program }, cwd, signal) {
  if (program) return program.start(cwd, signal);
  const clean = Object.entries(base).filter((entry2) => {
    return entry2[1] !== void 0 && !entry2[0].startsWith("INPUT_");
  });
  return async (args, { env, onStart, onOutput, both } = {}) => {
    signal.throwIfAborted();
    const stdout = [];
    const stderr = [];
    const call = () => exec("docker", [...args], {
      cwd,
      env: { ...Object.fromEntries(clean), ...env },
      silent: true,
      ignoreReturnCode: true,
      listeners: {
        stdout: both && onOutput ? onOutput : (chunk) => void stdout.push(chunk),
        stderr: onOutput ?? ((chunk) => void stderr.push(chunk))
      }
    });
    try {
      const exitCode = await interruptible(call, args, signal, onStart);
      return { exitCode, stdout: String(Buffer.concat(stdout)), stderr: String(Buffer.concat(stderr)) };
    } catch (error) {
      if (/Unable to locate executable file/.test(error.message))
        throw new import_errors2.InputError([
          {
            subject: "Docker",
            message: "there is no docker on this runner. Use one that has it, such as ubuntu-latest."
          }
        ]);
      throw error;
    }
  };
}
async function interruptible(call, args, signal, onStart) {
  const started = [];
  const onSpawn = (message) => {
    started.push(message.process);
    onStart?.();
  };
  (0, import_node_diagnostics_channel.subscribe)("child_process", onSpawn);
  const running = call();
  const aborted = Promise.withResolvers();
  const abort = () => {
    const own = started.find((child2) => JSON.stringify(child2.spawnargs?.slice(1)) === JSON.stringify(args));
    own?.kill("SIGINT");
    aborted.reject(signal.reason);
  };
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([running, aborted.promise]);
  } finally {
    (0, import_node_diagnostics_channel.unsubscribe)("child_process", onSpawn);
    signal.removeEventListener("abort", abort);
  }
}
var import_node_diagnostics_channel, import_errors2;
var init_docker = __esm({
  "src/container/docker.ts"() {
    "use strict";
    import_node_diagnostics_channel = require("node:diagnostics_channel");
    init_exec();
    import_errors2 = __toESM(require_errors(), 1);
  }
});

// shared:src/inputs/read-file.ts
var require_read_file = __commonJS({
  "shared:src/inputs/read-file.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/read-file.ts"];
  }
});

// src/runtime/temporary-folder.ts
function claimFolder(context, name, dir) {
  const id = (0, import_node_crypto.randomBytes)(16).toString("hex");
  (0, import_node_fs.writeFileSync)((0, import_node_path.join)(dir, MARKER), id, { mode: 384, flag: "wx" });
  context.saveState(name, dir);
  context.saveState(idState(name), id);
}
function claimedFolder(context, name, temp) {
  const dir = context.state(name);
  if (dir === "") return void 0;
  const problem = refusal(dir, context.state(idState(name)), temp);
  if (problem === void 0) return dir;
  if (problem !== "gone")
    context.log.warning(`State ${name} names ${dir}, which was not removed: it ${problem}. Remove it if it is yours.`);
  return void 0;
}
function refusal(dir, id, temp) {
  if (dir !== (0, import_node_path.resolve)(dir) || (0, import_node_path.dirname)(dir) !== (0, import_node_path.resolve)(temp)) return `is not in ${temp}`;
  try {
    if (!(0, import_node_fs.lstatSync)(dir).isDirectory()) return "is not a folder";
    if ((0, import_node_fs.realpathSync)(dir) !== (0, import_node_path.join)((0, import_node_fs.realpathSync)(temp), (0, import_node_path.basename)(dir))) return "is a link";
    const marker = (0, import_node_path.join)(dir, MARKER);
    if (!(0, import_node_fs.lstatSync)(marker).isFile()) return "has no marker of this step";
    if (!/^[0-9a-f]{32}$/.test(id) || (0, import_node_fs.readFileSync)(marker, "utf8") !== id) return "has the marker of another step";
    return void 0;
  } catch (error) {
    if (error.code !== "ENOENT") return `could not be read (${error.message})`;
    return (0, import_node_fs.lstatSync)(dir, { throwIfNoEntry: false }) ? "has no marker of this step" : "gone";
  }
}
var import_node_crypto, import_node_fs, import_node_path, MARKER, idState, removeFolder;
var init_temporary_folder = __esm({
  "src/runtime/temporary-folder.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_node_fs = require("node:fs");
    import_node_path = require("node:path");
    MARKER = ".orchestra-owner";
    idState = (name) => `${name}-id`;
    removeFolder = (dir) => (0, import_node_fs.rmSync)(dir, { recursive: true, force: true });
  }
});

// src/container/docker-config.ts
async function configureDocker({ env, github: { temp }, docker }, host, pid, token) {
  return docker ? docker.configure(temp, token) : await createDockerConfig(host, env, temp, pid, token);
}
async function createDockerConfig(host, env, temp, pid, token) {
  const dir = (0, import_node_fs2.mkdtempSync)((0, import_node_path2.join)(temporaryFolder(temp), "docker-"));
  (0, import_node_fs2.chmodSync)(dir, 448);
  writeConfig(dir, env.DOCKER_CONFIG || (0, import_node_path2.join)(env.HOME || (0, import_node_os.homedir)(), ".docker"), host);
  const bin = (0, import_node_fs2.mkdtempSync)((0, import_node_path2.join)(dir, "helper-"));
  writeHelper(bin, pid);
  const stop2 = await serveHelper(
    bin,
    () => token().then(
      (secret) => `0 ${JSON.stringify({ ServerURL: host, Username: "oauth2accesstoken", Secret: secret })}`,
      (error) => `1 ${error.message.replaceAll(/\s+/g, " ")}`
    )
  );
  return {
    dir,
    env: { DOCKER_CONFIG: dir, PATH: `${bin}:${env.PATH ?? ""}` },
    close(keep) {
      stop2();
      if (!keep) removeFolder(dir);
    }
  };
}
function writeConfig(dir, userDir, host) {
  const entries = (0, import_node_fs2.existsSync)(userDir) ? listUserFolder(userDir) : [];
  for (const name of entries) if (name !== "config.json") (0, import_node_fs2.symlinkSync)((0, import_node_path2.join)(userDir, name), (0, import_node_path2.join)(dir, name));
  const user = entries.includes("config.json") ? readUserConfig((0, import_node_path2.join)(userDir, "config.json")) : {};
  const config = { ...user, credHelpers: { ...user.credHelpers, [host]: "orchestra" } };
  (0, import_node_fs2.writeFileSync)((0, import_node_path2.join)(dir, "config.json"), JSON.stringify(config, void 0, 2), { mode: 384 });
}
function refuseOwners(path5, problem) {
  throw new import_errors3.InputError([
    {
      subject: "Docker configuration",
      message: `${path5} ${problem}. It belongs to this runner (DOCKER_CONFIG, or .docker in the home folder): fix it, or remove it and log in again.`
    }
  ]);
}
function listUserFolder(folder) {
  try {
    return (0, import_node_fs2.readdirSync)(folder);
  } catch (error) {
    const { code: code3 } = error;
    return refuseOwners(
      folder,
      code3 === "ENOTDIR" ? "is a file. The variable DOCKER_CONFIG must name the folder that has config.json" : `cannot be read (${code3})`
    );
  }
}
function readUserConfig(file) {
  const refuse = (problem) => refuseOwners(file, problem);
  const config = parseUserConfig(file, refuse);
  const helpers = config?.credHelpers ?? {};
  if (config === null || typeof config !== "object" || Array.isArray(config)) return refuse("is not a JSON object");
  if (typeof helpers !== "object" || Array.isArray(helpers)) return refuse("has credHelpers that is not an object");
  return config;
}
function parseUserConfig(file, refuse) {
  let text;
  try {
    text = (0, import_read_file.readTextFile)(file);
  } catch (error) {
    return refuse(`cannot be read: ${error.message}`);
  }
  try {
    return JSON.parse(text.trim() || "{}");
  } catch (error) {
    const at2 = /line \d+ column \d+|position \d+/.exec(error.message)?.[0];
    return refuse(`is not valid JSON${at2 ? ` (${at2})` : ""}`);
  }
}
function writeHelper(bin, pid) {
  const script = `#!/bin/sh
read -r server || :
[ "$1" = get ] || exit 0
cd "\${0%/*}" && command -p mkfifo -m 600 "response.$$" || exit 1
exec 3<>"response.$$"
{ while kill -0 ${pid}; do command -p sleep 1; done; echo '1 the step that gives out tokens has ended' >&3; } >/dev/null 2>&1 &
echo "$$" 1<>requests
read -r code response <&3
kill $!
command -p rm -f "response.$$"
printf '%s\\n' "$response"
exit "$code"
`;
  (0, import_node_fs2.writeFileSync)((0, import_node_path2.join)(bin, "docker-credential-orchestra"), script, { mode: 448 });
}
async function serveHelper(bin, respond) {
  const requests = (0, import_node_path2.join)(bin, "requests");
  await exec("/bin/sh", ["-c", 'command -p mkfifo -m 600 "$0"', requests], { silent: true });
  const pipe = new import_node_net.Socket({ fd: (0, import_node_fs2.openSync)(requests, O_RDWR | O_NONBLOCK), readable: true, writable: false });
  pipe.unref();
  (0, import_node_readline.createInterface)({ input: pipe }).on("line", async (id) => {
    const line = `${await respond()}
`;
    try {
      const reply = (0, import_node_fs2.openSync)((0, import_node_path2.join)(bin, `response.${id}`), O_WRONLY | O_NONBLOCK);
      (0, import_node_fs2.writeSync)(reply, line);
      (0, import_node_fs2.closeSync)(reply);
    } catch {
    }
  });
  return () => pipe.destroy();
}
var import_node_fs2, import_node_net, import_node_os, import_node_path2, import_node_readline, import_read_file, import_errors3, O_NONBLOCK, O_RDWR, O_WRONLY, temporaryFolder;
var init_docker_config = __esm({
  "src/container/docker-config.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    import_node_net = require("node:net");
    import_node_os = require("node:os");
    import_node_path2 = require("node:path");
    import_node_readline = require("node:readline");
    init_exec();
    import_read_file = __toESM(require_read_file(), 1);
    import_errors3 = __toESM(require_errors(), 1);
    init_temporary_folder();
    ({ O_NONBLOCK, O_RDWR, O_WRONLY } = import_node_fs2.constants);
    temporaryFolder = (temp) => temp.length > 0 && (0, import_node_fs2.existsSync)(temp) ? temp : (0, import_node_os.tmpdir)();
  }
});

// shared:src/container/image-reference.ts
var require_image_reference = __commonJS({
  "shared:src/container/image-reference.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/image-reference.ts"];
  }
});

// shared:src/google/http/loopback.ts
var require_loopback = __commonJS({
  "shared:src/google/http/loopback.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/loopback.ts"];
  }
});

// shared:src/policy/secrets/looks-like-secret.ts
var require_looks_like_secret = __commonJS({
  "shared:src/policy/secrets/looks-like-secret.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/policy/secrets/looks-like-secret.ts"];
  }
});

// shared:src/container/registry.ts
var require_registry = __commonJS({
  "shared:src/container/registry.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/registry.ts"];
  }
});

// shared:src/google/errors/not-found.ts
var require_not_found = __commonJS({
  "shared:src/google/errors/not-found.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/google/errors/not-found.ts"];
  }
});

// shared:src/google/http/client.ts
var require_client = __commonJS({
  "shared:src/google/http/client.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/client.ts"];
  }
});

// shared:src/google/http/invalid-response.ts
var require_invalid_response = __commonJS({
  "shared:src/google/http/invalid-response.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"];
  }
});

// shared:src/container/registry-calls.ts
var require_registry_calls = __commonJS({
  "shared:src/container/registry-calls.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/registry-calls.ts"];
  }
});

// src/container/registry-artifacts.ts
function createRegistryArtifacts(client) {
  const calls = (0, import_registry_calls.createRegistryCalls)(client);
  const resource = (image) => `image ${(0, import_image_reference.formatImageName)(image)}`;
  return {
    async tags(image, prefix) {
      const found2 = [];
      let url = calls.url(image, `/tags/list?n=${PAGE}&last=${prefix.slice(0, -1)}`);
      for (let pages = 0; url !== void 0 && pages < MOST_PAGES; pages++) {
        const at2 = url;
        const response = await (0, import_not_found.absent)(
          calls.send({ method: "GET", url: at2, resource: resource(image), maxBytes: MOST_LIST, ...import_registry_calls.READ })
        );
        if (!response) return [];
        const about2 = { resource: resource(image), url: at2, status: response.status };
        const { tags } = (0, import_invalid_response.parseResponse)(about2, response.text);
        const page = (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === "string");
        found2.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = (0, import_client.locationOf)(at2, /<([^>]+)>; *rel="?next"?/.exec(response.headers.link ?? "")?.[1]);
        if (next !== void 0 && new URL(next).origin !== new URL(at2).origin) throw (0, import_invalid_response.redirected)(about2, next);
        const past = page.length > 0 && page.at(-1) > `${prefix}\uFFFF` && isSorted(page);
        url = past ? void 0 : next;
      }
      return [...new Set(found2)];
    },
    async referrers(image, digest, artifactType) {
      const url = calls.url(image, `/referrers/${digest}?artifactType=${encodeURIComponent(artifactType)}`);
      try {
        const response = await calls.send({
          method: "GET",
          url,
          resource: resource(image),
          maxBytes: MOST_LIST,
          ...import_registry_calls.READ
        });
        const about2 = { resource: resource(image), url, status: response.status };
        const { manifests } = (0, import_invalid_response.parseResponse)(
          about2,
          response.text
        );
        return (Array.isArray(manifests) ? manifests : []).flatMap(
          ({ digest: one }) => typeof one === "string" ? [one] : []
        );
      } catch (error) {
        if (error instanceof import_errors4.CloudError && error.status >= 200 && error.status < 500) return [];
        throw error;
      }
    },
    async blob(image, digest, maxBytes) {
      const response = await (0, import_not_found.absent)(calls.blob(image, digest, maxBytes, resource(image)));
      return response && sha256Digest(response.bytes) === digest ? response.bytes : void 0;
    },
    async pushBlob(image, mediaType, content) {
      const digest = sha256Digest(content);
      const about2 = { resource: resource(image), ...import_registry_calls.WRITE };
      const descriptor = { mediaType, digest, size: content.length };
      const begin = calls.url(image, "/blobs/uploads/");
      const started = await calls.send({ ...about2, method: "POST", url: begin, idempotent: true });
      const session = (0, import_client.locationOf)(begin, started.headers.location);
      if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
        throw (0, import_invalid_response.redirected)({ ...about2, url: begin, status: started.status }, session);
      const put = new URL(session);
      put.searchParams.set("digest", digest);
      await calls.send({
        ...about2,
        method: "PUT",
        url: put.href,
        headers: { "content-type": "application/octet-stream" },
        body: content
      });
      return descriptor;
    },
    async pushManifest(image, tag, manifest) {
      await calls.send({
        method: "PUT",
        url: calls.url(image, `/manifests/${tag}`),
        headers: { "content-type": import_registry.OCI_MANIFEST },
        body: manifest,
        resource: `tag ${(0, import_image_reference.formatImageName)(image)}:${tag}`,
        ...import_registry_calls.WRITE
      });
    }
  };
}
var import_node_crypto2, import_not_found, import_client, import_invalid_response, import_errors4, import_image_reference, import_registry, import_registry_calls, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_not_found = __toESM(require_not_found(), 1);
    import_client = __toESM(require_client(), 1);
    import_invalid_response = __toESM(require_invalid_response(), 1);
    import_errors4 = __toESM(require_errors(), 1);
    import_image_reference = __toESM(require_image_reference(), 1);
    import_registry = __toESM(require_registry(), 1);
    import_registry_calls = __toESM(require_registry_calls(), 1);
    PAGE = 1e3;
    MOST_PAGES = 1e3;
    MOST_LIST = 256e6;
    sha256Digest = (bytes) => `sha256:${(0, import_node_crypto2.createHash)("sha256").update(bytes).digest("hex")}`;
    isSorted = (texts) => texts.every((text, i) => i === 0 || (texts[i - 1] ?? "") <= text);
  }
});

// shared:src/provenance/attestation-tag.ts
var require_attestation_tag = __commonJS({
  "shared:src/provenance/attestation-tag.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/attestation-tag.ts"];
  }
});

// src/provenance/attestation-store.ts
function createAttestationStore(registry, artifacts) {
  return {
    list: (image, digest) => artifacts.tags(image, (0, import_attestation_tag.attestationTagPrefix)(digest)),
    listReferrers: (image, digest) => artifacts.referrers(image, digest, BUNDLE_TYPE),
    async read(image, digest, reference) {
      const none = (problem) => ({ reference, bundle: void 0, problem });
      const manifest = await registry.manifest(image, reference).catch((error) => {
        if (error instanceof import_errors5.CloudError && (error.status === 0 || error.status >= 400)) throw error;
        return void 0;
      });
      if (!manifest) return none("gone");
      if (reference.startsWith(import_attestation_tag.ATTESTATION_TAG) && reference !== attestationTag(digest, manifest.digest))
        return none("overwritten: its tag names another attestation");
      const [layer] = Array.isArray(manifest.layers) ? manifest.layers : [];
      if (layer?.mediaType !== BUNDLE_TYPE || typeof layer.digest !== "string") return none("no Sigstore bundle");
      const embedded = typeof layer.data === "string" ? Buffer.from(layer.data, "base64") : void 0;
      if (embedded && sha256Digest(embedded) === layer.digest) return { reference, bundle: embedded };
      if (!(layer.size <= MOST_BUNDLE)) return none(`larger than ${MOST_BUNDLE} bytes`);
      const bundle = await artifacts.blob(image, layer.digest, MOST_BUNDLE);
      return bundle ? { reference, bundle } : none("incomplete: its content is gone");
    },
    async write(image, subject, digests, { bundle, predicateType, created }) {
      const content = Buffer.from(bundle);
      const [config, layer] = await Promise.all([
        artifacts.pushBlob(image, EMPTY_TYPE, EMPTY),
        artifacts.pushBlob(image, BUNDLE_TYPE, content)
      ]);
      const embedded = content.length <= MOST_EMBEDDED ? { data: content.toString("base64") } : {};
      const manifest = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: import_registry2.OCI_MANIFEST,
          artifactType: BUNDLE_TYPE,
          config: { ...config, data: EMPTY.toString("base64") },
          layers: [{ ...layer, ...embedded }],
          subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
          annotations: {
            "org.opencontainers.image.created": created,
            "dev.sigstore.bundle.content": "dsse-envelope",
            "dev.sigstore.bundle.predicateType": predicateType
          }
        })
      );
      const own = sha256Digest(manifest);
      const tags = digests.map((digest) => attestationTag(digest, own));
      const last = attestationTag(subject.digest, own);
      for (const some of [tags.filter((tag) => tag !== last), tags.filter((tag) => tag === last)])
        await Promise.all(some.map((tag) => putOnce(tag, own, () => artifacts.pushManifest(image, tag, manifest))));
      return tags;
      async function putOnce(tag, digest, push) {
        try {
          await push();
        } catch (error) {
          if (!(error instanceof import_errors5.CloudError) || await registry.digest(image, tag) !== digest) throw error;
        }
      }
    }
  };
}
var import_registry2, import_errors5, import_attestation_tag, BUNDLE_TYPE, EMPTY_TYPE, EMPTY, MOST_BUNDLE, MOST_EMBEDDED, attestationTag;
var init_attestation_store = __esm({
  "src/provenance/attestation-store.ts"() {
    "use strict";
    import_registry2 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    import_errors5 = __toESM(require_errors(), 1);
    import_attestation_tag = __toESM(require_attestation_tag(), 1);
    BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
    EMPTY = Buffer.from("{}");
    MOST_BUNDLE = 4e6;
    MOST_EMBEDDED = 1e5;
    attestationTag = (digest, manifest) => `${(0, import_attestation_tag.attestationTagPrefix)(digest)}${manifest.replace("sha256:", "").slice(0, 32)}`;
  }
});

// src/provenance/check-image.ts
async function checkImage(store, verify, image, expected) {
  const { digest } = image;
  const reasons = /* @__PURE__ */ new Map();
  let read2 = 0;
  const judge = async (reference) => {
    const { bundle, problem } = await store.read(image, digest, reference);
    read2++;
    const verdict = bundle ? verify(bundle, { ...expected, digest }) : void 0;
    if (verdict?.verified) return verdict.build;
    const reason = verdict?.reason ?? problem ?? "empty";
    if (!reason.startsWith("of type ")) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return void 0;
  };
  const search = async (references) => {
    let found2;
    let next = 0;
    const work = async () => {
      while (!found2 && next < references.length) found2 ??= await judge(references[next++]);
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    return found2;
  };
  const tags = await store.list(image, digest);
  const build = await search(tags.slice(0, MOST)) ?? await search((await store.listReferrers(image, digest)).slice(0, MOST));
  if (build) return { verified: true, build };
  const name = (0, import_image_reference2.formatImageDigest)(image);
  const what = expected.predicateType;
  if (read2 === 0) return { verified: false, reason: `no attestation is attached to ${name}` };
  const counted = [...reasons].sort(([, a], [, b]) => b - a);
  const listed = counted.slice(0, MOST_REASONS).map(([reason, count]) => `${count} is ${reason}`);
  const rest = counted.length > MOST_REASONS ? [`${counted.length - MOST_REASONS} more reasons`] : [];
  return {
    verified: false,
    reason: `${read2} attestation${read2 === 1 ? " is" : "s are"} attached to ${name}, and none counts as ${what}${counted.length > 0 ? `: ${[...listed, ...rest].join("; ")}` : ""}`
  };
}
var import_image_reference2, PARALLEL, MOST, MOST_REASONS;
var init_check_image = __esm({
  "src/provenance/check-image.ts"() {
    "use strict";
    import_image_reference2 = __toESM(require_image_reference(), 1);
    PARALLEL = 32;
    MOST = 2e4;
    MOST_REASONS = 5;
  }
});

// shared:src/provenance/statement.ts
var require_statement = __commonJS({
  "shared:src/provenance/statement.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/statement.ts"];
  }
});

// src/provenance/require-provenance.ts
async function loadVerifier({ trustedRoots, keys }) {
  const { createVerifier } = await import("../shared/verifier.cjs");
  try {
    return createVerifier(trustedRoots, keys);
  } catch (error) {
    throw new import_errors6.InputError([
      {
        subject: "Input trusted-root",
        message: `contains no usable trusted root: ${error.message}. Create it with: npx github:orchestra/actions#v1 trusted-root > FILE`
      }
    ]);
  }
}
async function verifyProvenance(image, { identity, trustedRoots, keys }, { http }, predicateType = import_statement.SLSA_PROVENANCE, { complete = false } = {}) {
  if (!(0, import_loopback.isLoopback)(image.host) && !(0, import_image_reference3.artifactRegistryRepository)(image, void 0))
    return {
      verified: false,
      reason: `${(0, import_image_reference3.formatImageDigest)(image)} is not in Artifact Registry, where attestations are read`
    };
  const store = createAttestationStore((0, import_registry3.createRegistry)(http), createRegistryArtifacts(http));
  const from = complete ? { ...store, listReferrers: async () => [] } : store;
  return await checkImage(from, await loadVerifier({ trustedRoots, keys }), image, { predicateType, identity });
}
async function requireProvenance(images, inputs, { http, log }, { served = false } = {}) {
  const { mode, identity, trustedRoots, keys } = inputs;
  if (mode === "off" || !identity) return;
  const unique = [...new Map(images.map((image) => [(0, import_image_reference3.formatImageDigest)(image), image])).values()];
  const checked = await Promise.all(
    unique.map(async (image) => ({
      image,
      result: await verifyProvenance(image, { identity, trustedRoots, keys }, { http })
    }))
  );
  const problems = [];
  for (const { image, result } of checked) {
    if (result.verified) {
      const { repository, commit, ref, runUrl } = result.build;
      log.info(
        `Provenance verified: ${(0, import_image_reference3.formatImageDigest)(image)} was built from ${repository} at ${commit} (${ref}) by ${runUrl}.`
      );
      continue;
    }
    problems.push({ subject: "require-provenance", message: `${result.reason}. ${wayOut(identity)}` });
  }
  if (problems.length === 0) return;
  if (mode === "enforce" && !served) throw new import_errors6.PolicyError(problems);
  for (const { subject, message } of problems)
    log.warning(
      `${subject}: ${message}${mode === "enforce" ? " The rollback continues, because the revision is recorded as having been live." : ""}`
    );
}
var import_image_reference3, import_registry3, import_loopback, import_errors6, import_statement, wayOut;
var init_require_provenance = __esm({
  "src/provenance/require-provenance.ts"() {
    "use strict";
    import_image_reference3 = __toESM(require_image_reference(), 1);
    import_registry3 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    import_loopback = __toESM(require_loopback(), 1);
    import_errors6 = __toESM(require_errors(), 1);
    init_attestation_store();
    init_check_image();
    import_statement = __toESM(require_statement(), 1);
    wayOut = ({ workflows, refs }) => `Expected provenance that ${workflows.join(" or ")} signed at ${refs.join(" or ")}: build the image there with build-image and sign: required, or name who builds it in provenance-identity. If a clean-up policy deleted the attestation, build the image again.`;
  }
});

// shared:src/runtime/context.ts
var require_context = __commonJS({
  "shared:src/runtime/context.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/context.ts"];
  }
});

// shared:src/runtime/output/foreign-text.ts
var require_foreign_text = __commonJS({
  "shared:src/runtime/output/foreign-text.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/output/foreign-text.ts"];
  }
});

// shared:src/github/commit.ts
var require_commit = __commonJS({
  "shared:src/github/commit.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/commit.ts"];
  }
});

// shared:src/github/run.ts
var require_run = __commonJS({
  "shared:src/github/run.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/run.ts"];
  }
});

// src/github/checkout.ts
function warnOfOtherCheckout(commit, run2, log) {
  const git = (0, import_node_path3.join)((0, import_node_path3.resolve)(run2.workspace || "."), ".git");
  const head = (0, import_node_fs3.existsSync)(git) && isOf(run2.repository, gitConfig(git)) ? headCommit(git) : void 0;
  if (head === void 0 || head === commit || head === run2.sha && isMergeOfPull(run2)) return;
  log.warning(
    `The workspace has commit ${(0, import_commit.shortCommit)(head)}, but this step is for commit ${(0, import_commit.shortCommit)(commit)}, so its results would have the name of the wrong commit. Check out ${(0, import_commit.shortCommit)(commit)} (actions/checkout with ref: ${commit}), or set the input commit to the one that is checked out.`
  );
}
function gitConfig(git) {
  const folders = gitFolders(git);
  return folders ? textOf((0, import_node_path3.join)(folders.common, "config")) : "";
}
function headCommit(git) {
  const folders = gitFolders(git);
  if (!folders) return void 0;
  const head = textOf((0, import_node_path3.join)(folders.own, "HEAD")).trim();
  const branch = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  const commit = branch === void 0 ? head : textOf((0, import_node_path3.join)(folders.common, branch)).trim() || packed(folders.common, branch);
  return (0, import_commit.isCommit)(commit) ? commit : void 0;
}
function gitFolders(git) {
  if ((0, import_node_fs3.statSync)(git).isDirectory()) return { own: git, common: git };
  const target = /^gitdir: (.+)$/m.exec(textOf(git))?.[1];
  if (target === void 0) return void 0;
  const own = (0, import_node_path3.resolve)((0, import_node_path3.dirname)(git), target);
  return { own, common: (0, import_node_path3.resolve)(own, textOf((0, import_node_path3.join)(own, "commondir")).trim()) };
}
var import_node_fs3, import_node_path3, import_commit, import_run, isMergeOfPull, packed, textOf, isOf;
var init_checkout = __esm({
  "src/github/checkout.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_node_path3 = require("node:path");
    import_commit = __toESM(require_commit(), 1);
    import_run = __toESM(require_run(), 1);
    isMergeOfPull = ({ eventName, payload: { pull_request: pull2 } }) => pull2 !== void 0 && eventName !== "pull_request_target";
    packed = (folder, branch) => textOf((0, import_node_path3.join)(folder, "packed-refs")).split("\n").find((line) => line.endsWith(` ${branch}`))?.split(" ")[0] ?? "";
    textOf = (path5) => (0, import_node_fs3.existsSync)(path5) ? (0, import_node_fs3.readFileSync)(path5, "utf8") : "";
    isOf = (repository, config) => [...config.matchAll(/^\s*url\s*=\s*(\S+?)(?:\.git)?\/?\s*$/gm)].some(
      ([, url = ""]) => ["/", ":"].some((before) => url.toLowerCase().endsWith(before + repository.toLowerCase()))
    );
  }
});

// shared:actions/migrate/migrations/migration-files.ts
var require_migration_files = __commonJS({
  "shared:actions/migrate/migrations/migration-files.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/migrate/migrations/migration-files.ts"];
  }
});

// actions/migrate/migrations/up-sections.ts
function forwardOnly(text) {
  let back = false;
  return text.split("\n").map((line) => {
    if (DOWN.test(line)) back = true;
    else if (UP.test(line)) back = false;
    return back ? "" : line;
  }).join("\n");
}
var UP, DOWN;
var init_up_sections = __esm({
  "actions/migrate/migrations/up-sections.ts"() {
    "use strict";
    UP = /^\s*--\s*(?:\+(?:goose|migrate)\s+up|migrate:up|up migration|rambler up)\b/i;
    DOWN = /^\s*--\s*(?:(?:\+(?:goose|migrate)\s+down|migrate:down|down migration|rambler down|(?:\/\/\s*)?@undo)\b|-- create above \/ drop below ----)/i;
  }
});

// actions/migrate/migrations/read-migrations.ts
function listMigrations(inputs, known) {
  if (inputs.migrations === void 0) return void 0;
  const migrations = readMigrations(inputs.workspace, inputs.migrations, known);
  return inputs.mode === "docker" ? { ...migrations, doubtful: [] } : migrations;
}
function readMigration(workspace, file) {
  try {
    return forwardOnly((0, import_read_file2.readTextFile)((0, import_node_path4.join)(workspace, file)).replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new import_errors7.InputError([
      {
        subject: "Input migrations",
        message: `${file} cannot be read: ${error.message}.`,
        location: { file }
      }
    ]);
  }
}
function listFolder(workspace, folder) {
  try {
    return (0, import_migration_files.listMigrationFolder)(workspace, folder);
  } catch (error) {
    throw new import_errors7.InputError([{ subject: "Input migrations", message: error.message }]);
  }
}
function readMigrations(workspace, folder, known) {
  const { files: names, unversioned } = listFolder(workspace, folder);
  const all = names.map(({ name, version }) => ({ file: (0, import_node_path4.join)(folder, name), version })).sort((a, b) => (0, import_migration_files.compareVersions)(a.version, b.version));
  const newest = all[all.length - 1];
  const { files } = known;
  const counted = newest.file.endsWith("/migration.sql");
  const inFolders = counted || newest.file.endsWith("/up.sql");
  const reached = reachedBy(known, all, counted);
  const isBelow = (version) => reached !== void 0 && (0, import_migration_files.compareVersions)(version, reached) < 0;
  const isFresh = ({ version }) => (
    // Such tools apply each that is missing, in whatever order they came.
    inFolders && files ? !files.has(version) : reached === void 0 || (0, import_migration_files.compareVersions)(version, reached) > 0
  );
  const read2 = (one) => ({
    ...one,
    text: readMigration(workspace, one.file)
  });
  const fresh = all.filter(isFresh).map(read2);
  const below = all.filter((one) => isBelow(one.version) && !isFresh(one) && !files?.has(one.version)).map(read2);
  const late = files ? below : [];
  return {
    newest: newest.version,
    versions: all.map((one) => one.version),
    fresh,
    late,
    doubtful: files ? [] : below,
    // Prisma tells migrations apart by their whole names.
    twice: counted ? [] : sameVersion(all),
    unversioned,
    contracting: [...fresh, ...late].some(({ text }) => isContracting(text))
  };
}
function sameVersion(all) {
  const groups = /* @__PURE__ */ new Map();
  for (const { file, version } of all) groups.set(version, [...groups.get(version) ?? [], file]);
  return [...groups.values()].filter((files) => files.length > 1);
}
function reachedBy({ version }, all, counted) {
  if (version === void 0 || !(0, import_migration_files.isVersion)(version)) return void 0;
  if (counted && Number(version) <= all.length) return all[Number(version) - 1]?.version;
  return (0, import_migration_files.plainVersion)(version);
}
var import_node_path4, import_read_file2, import_errors7, import_migration_files, versionsToRecord, isContracting;
var init_read_migrations = __esm({
  "actions/migrate/migrations/read-migrations.ts"() {
    "use strict";
    import_node_path4 = require("node:path");
    import_read_file2 = __toESM(require_read_file(), 1);
    import_errors7 = __toESM(require_errors(), 1);
    import_migration_files = __toESM(require_migration_files(), 1);
    init_up_sections();
    versionsToRecord = ({ versions, late }, outOfOrder) => {
      const skipped = new Set(outOfOrder === "allow" ? [] : late.map(({ version }) => version));
      return versions.filter((version) => !skipped.has(version));
    };
    isContracting = (text) => /^\s*--\s*orchestra:contracting\b/m.test(text);
  }
});

// actions/migrate/migrations/dynamic-sql.ts
function dynamicSqlOf(tree, parser) {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    const expression = key === "dynquery" ? value : RUNS.has(key) ? value.query : void 0;
    const inner = dynamicSqlOf(value, parser);
    return expression === void 0 ? inner : [readExpression(expression, parser), ...inner];
  });
}
function readExpression(expression, parser) {
  const query = String(expression.PLpgSQL_expr?.query);
  let node;
  try {
    const [first] = parser.parseSync(`SELECT ${query}`).stmts ?? [];
    const select = first?.stmt?.SelectStmt;
    node = select?.targetList?.[0]?.ResTarget?.val;
  } catch {
  }
  const text = node && textOf2(node);
  if (text === void 0 || text.trim() === VARIABLE) return { text: void 0, known: false };
  return { text, known: !text.includes(VARIABLE) };
}
function textOf2(node) {
  const [kind, value] = Object.entries(node)[0] ?? [];
  const fields = value ?? {};
  if (kind === "A_Const") return String(fields.sval?.sval ?? VARIABLE);
  if (kind === "A_Expr" && nameIn(fields.name) === "||")
    return textOf2(fields.lexpr) + textOf2(fields.rexpr);
  if (kind === "FuncCall" && nameIn(fields.funcname) === "format") {
    const [pattern] = fields.args;
    return textOf2(pattern).replaceAll(
      /%(?:\d+\$)?-?\d*([IsL%])/g,
      (_, type) => FORMATTED[type]
    );
  }
  return VARIABLE;
}
var VARIABLE, RUNS, FORMATTED, nameIn;
var init_dynamic_sql = __esm({
  "actions/migrate/migrations/dynamic-sql.ts"() {
    "use strict";
    VARIABLE = "\u2039variable\u203A";
    RUNS = /* @__PURE__ */ new Set(["PLpgSQL_stmt_dynexecute", "PLpgSQL_stmt_dynfors"]);
    FORMATTED = { "%": "%", I: VARIABLE, s: VARIABLE, L: `'${VARIABLE}'` };
    nameIn = (names) => names?.at(-1)?.String?.sval;
  }
});

// actions/migrate/migrations/recreated.ts
function createdBy(stmt) {
  const [kind, value] = Object.entries(stmt)[0] ?? [];
  const fields = value ?? {};
  switch (kind) {
    case "ViewStmt":
      return `VIEW ${nameIn2(fields.view)}`;
    case "CreateTableAsStmt": {
      const into = fields.into.rel;
      return fields.objtype === "OBJECT_MATVIEW" ? `MATVIEW ${nameIn2(into)}` : void 0;
    }
    case "CreateTrigStmt":
      return `TRIGGER ${nameIn2(fields.relation)}.${fields.trigname}`;
    case "CreatePolicyStmt":
      return `POLICY ${nameIn2(fields.table)}.${fields.policy_name}`;
    case "RuleStmt":
      return `RULE ${nameIn2(fields.relation)}.${fields.rulename}`;
    case "CreateFunctionStmt": {
      const parameters = (fields.parameters ?? []).map((one) => one.FunctionParameter);
      const inputs = parameters.filter(({ mode }) => mode !== "FUNC_PARAM_OUT" && mode !== "FUNC_PARAM_TABLE");
      const types = inputs.map(({ argType }) => typeIn(argType));
      return `${fields.is_procedure ? "PROCEDURE" : "FUNCTION"} ${dotted(fields.funcname)}(${types})`;
    }
    default:
      return void 0;
  }
}
function droppedBy(type, object) {
  const routine = object.ObjectWithArgs;
  if (!routine) return `${type} ${dotted(object.List?.items)}`;
  const name = `${type} ${dotted(routine.objname)}(`;
  if (routine.args_unspecified) return name;
  return `${name}${(routine.objargs ?? []).map(({ TypeName }) => typeIn(TypeName))})`;
}
function recreations(statements) {
  const last = /* @__PURE__ */ new Map();
  for (const [i, stmt] of statements.entries()) {
    const created = createdBy(stmt);
    if (created === void 0) continue;
    last.set(created, i);
    const routine = created.indexOf("(");
    if (routine >= 0) last.set(created.slice(0, routine + 1), i);
  }
  return (index) => (dropped) => (last.get(dropped) ?? -1) > index;
}
function nameIn2(relation2) {
  const { schemaname, relname } = relation2 ?? {};
  return [schemaname, relname].filter(Boolean).join(".");
}
var dotted, typeIn;
var init_recreated = __esm({
  "actions/migrate/migrations/recreated.ts"() {
    "use strict";
    dotted = (names) => (names ?? []).map(({ String: text }) => text?.sval).join(".");
    typeIn = (type) => dotted(type?.names);
  }
});

// actions/migrate/migrations/sql-cautions.ts
function cautionOf(kind, fields, table) {
  const has = (list, name) => (list ?? []).some(({ DefElem }) => DefElem?.defname === name);
  const exclusive = (what, instead) => ({
    rule: "locking",
    message: `${what} takes an ACCESS EXCLUSIVE lock that blocks reads and writes until it is done. ${instead}`
  });
  switch (kind) {
    case "DeleteStmt":
      if (fields.whereClause || fields.usingClause) return ofQueries(fields);
      return { rule: "destructive", message: `DELETE without WHERE destroys all rows of ${table}.` };
    case "InsertStmt":
    case "SelectStmt":
    case "UpdateStmt":
      return ofQueries(fields);
    case "LockStmt":
      if (Number(fields.mode) < SHARE) return void 0;
      return {
        rule: "locking",
        message: "LOCK TABLE blocks writes until the migration is committed. Choose a weaker mode, or remove it."
      };
    case "DropRoleStmt":
      return {
        rule: "incompatible",
        message: "DROP ROLE is incompatible with the running version, which may still log in as this role."
      };
    case "VacuumStmt":
      return has(fields.options, "full") ? exclusive("VACUUM FULL", "Run it manually at a time with little traffic, or use pg_repack.") : void 0;
    case "ClusterStmt":
      return exclusive(`CLUSTER ${table}`, "Run it manually at a time with little traffic, or use pg_repack.");
    case "ReindexStmt":
      if (has(fields.params, "concurrently")) return void 0;
      return { rule: "locking", message: "REINDEX blocks writes until it is done. Write REINDEX \u2026 CONCURRENTLY." };
    case "RefreshMatViewStmt":
      if (fields.concurrent || fields.skipData) return void 0;
      return exclusive(`REFRESH MATERIALIZED VIEW ${table}`, "Write REFRESH MATERIALIZED VIEW CONCURRENTLY.");
    case "AlterObjectSchemaStmt":
      return {
        rule: "incompatible",
        message: `SET SCHEMA moves ${table || "an object"} to another schema, which is incompatible with the running version.`
      };
    case "AlterEnumStmt":
      if (!fields.oldVal) return void 0;
      return {
        rule: "incompatible",
        message: `Renaming the value ${String(fields.oldVal)} of a type is incompatible with the running version.`
      };
    default:
      return void 0;
  }
}
function ofQueries({ withClause }) {
  const queries = withClause?.ctes ?? [];
  for (const { CommonTableExpr } of queries) {
    const [kind = "", fields] = Object.entries(CommonTableExpr.ctequery ?? {})[0] ?? [];
    const { relname = "" } = fields?.relation ?? {};
    const caution = fields && cautionOf(kind, fields, relname);
    if (caution) return caution;
  }
  return void 0;
}
function rewrites({ typeName, constraints }) {
  const names = (list) => (list ?? []).map(({ String: text }) => text?.sval ?? "");
  if (/^(?:small|big)?serial[248]?$/.test(names(typeName?.names).at(-1) ?? "")) return true;
  return (constraints ?? []).some(({ Constraint: { contype, raw_expr } }) => {
    if (contype === "CONSTR_IDENTITY" || contype === "CONSTR_GENERATED") return true;
    const call = raw_expr?.FuncCall;
    return contype === "CONSTR_DEFAULT" && VOLATILE.test(names(call?.funcname).at(-1) ?? "");
  });
}
function cautionOfAlter({ subtype, def }, table) {
  const column = def?.ColumnDef;
  if (subtype === "AT_AddColumn" && column && rewrites(column))
    return {
      rule: "locking",
      message: `ADD COLUMN ${String(column.colname)} takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}, since each row gets a value of its own. Add the column without it, fill it in batches, and set the default later.`
    };
  if (subtype === "AT_DetachPartition") {
    const { name } = def?.PartitionCmd ?? {};
    return {
      rule: "incompatible",
      message: `DETACH PARTITION removes the rows of ${name?.relname ?? "the partition"} from ${table}, which the running version may still read.`
    };
  }
  if (subtype === "AT_SetTableSpace" || subtype === "AT_SetLogged" || subtype === "AT_SetUnLogged")
    return {
      rule: "locking",
      message: `This ALTER TABLE takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}.`
    };
  const constraint = def?.Constraint;
  if (subtype !== "AT_AddConstraint" || !constraint) return void 0;
  const kind = ADD[String(constraint.contype)];
  if (kind === void 0 || constraint.skip_validation || constraint.indexname) return void 0;
  const isIndex = kind === "UNIQUE" || kind === "PRIMARY KEY" || kind === "EXCLUDE";
  const instead = kind === "EXCLUDE" ? "Run it manually at a time with little traffic." : isIndex ? "Create a unique index CONCURRENTLY first, and add the constraint USING INDEX." : "Add it with NOT VALID, and VALIDATE CONSTRAINT in a later migration.";
  return {
    rule: "locking",
    message: `ADD ${kind} blocks ${kind === "FOREIGN KEY" ? "writes" : "reads and writes"} of ${table} while ${isIndex ? "its index is built" : "all of it is read"}. ${instead}`
  };
}
var ADD, SHARE, VOLATILE;
var init_sql_cautions = __esm({
  "actions/migrate/migrations/sql-cautions.ts"() {
    "use strict";
    ADD = {
      CONSTR_FOREIGN: "FOREIGN KEY",
      CONSTR_CHECK: "CHECK",
      CONSTR_UNIQUE: "UNIQUE",
      CONSTR_PRIMARY: "PRIMARY KEY",
      CONSTR_EXCLUSION: "EXCLUDE"
    };
    SHARE = 5;
    VOLATILE = /^(?:gen_random_uuid|uuid_generate_v\w+|uuidv\d|random|clock_timestamp|timeofday|nextval)$/;
  }
});

// node_modules/@pgsql/types/types.js
var require_types = __commonJS({
  "node_modules/@pgsql/types/types.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
  }
});

// node_modules/@pgsql/types/enums.js
var require_enums = __commonJS({
  "node_modules/@pgsql/types/enums.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
  }
});

// node_modules/@pgsql/types/index.js
var require_types2 = __commonJS({
  "node_modules/@pgsql/types/index.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __exportStar = exports2 && exports2.__exportStar || function(m, exports3) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports3, p)) __createBinding(exports3, m, p);
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    __exportStar(require_types(), exports2);
    __exportStar(require_enums(), exports2);
  }
});

// node_modules/libpg-query/wasm/libpg-query.js
var require_libpg_query = __commonJS({
  "node_modules/libpg-query/wasm/libpg-query.js"(exports2, module2) {
    var PgQueryModule = (() => {
      var _scriptName = globalThis.document?.currentScript?.src;
      return async function(moduleArg = {}) {
        var Module = moduleArg;
        var ENVIRONMENT_IS_WEB = !!globalThis.window;
        var ENVIRONMENT_IS_WORKER = !!globalThis.WorkerGlobalScope;
        var ENVIRONMENT_IS_NODE = globalThis.process?.versions?.node && globalThis.process?.type != "renderer";
        var programArgs = [];
        var thisProgram = "./this.program";
        var quit_ = (status, toThrow) => {
          throw toThrow;
        };
        if (typeof __filename != "undefined") {
          _scriptName = __filename;
        } else if (ENVIRONMENT_IS_WORKER) {
          _scriptName = self.location.href;
        }
        var scriptDirectory = "";
        function locateFile(path5) {
          if (Module["locateFile"]) {
            return Module["locateFile"](path5, scriptDirectory);
          }
          return scriptDirectory + path5;
        }
        var readAsync, readBinary;
        if (ENVIRONMENT_IS_NODE) {
          var fs2 = require("node:fs");
          scriptDirectory = __dirname + "/";
          readBinary = (filename) => {
            filename = isFileURI(filename) ? new URL(filename) : filename;
            var ret = fs2.readFileSync(filename);
            return ret;
          };
          readAsync = async (filename, binary = true) => {
            filename = isFileURI(filename) ? new URL(filename) : filename;
            var ret = fs2.readFileSync(filename, binary ? void 0 : "utf8");
            return ret;
          };
          if (process.argv.length > 1) {
            thisProgram = process.argv[1].replace(/\\/g, "/");
          }
          programArgs = process.argv.slice(2);
          quit_ = (status, toThrow) => {
            process.exitCode = status;
            throw toThrow;
          };
        } else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
          try {
            scriptDirectory = new URL(".", _scriptName).href;
          } catch {
          }
          {
            if (ENVIRONMENT_IS_WORKER) {
              readBinary = (url) => {
                var xhr = new XMLHttpRequest();
                xhr.open("GET", url, false);
                xhr.responseType = "arraybuffer";
                xhr.send(null);
                return new Uint8Array(xhr.response);
              };
            }
            readAsync = async (url) => {
              var response = await fetch(url, { credentials: "same-origin" });
              if (response.ok) {
                return response.arrayBuffer();
              }
              throw new Error(response.status + " : " + response.url);
            };
          }
        } else {
        }
        var out = console.log.bind(console);
        var err = console.error.bind(console);
        var wasmBinary;
        var ABORT = false;
        var EXITSTATUS;
        var isFileURI = (filename) => filename.startsWith("file://");
        class EmscriptenEH {
        }
        class EmscriptenSjLj extends EmscriptenEH {
        }
        var runtimeInitialized = false;
        function getMemoryBuffer() {
          return wasmMemory.buffer;
        }
        function updateMemoryViews() {
          if (HEAP8?.buffer?.resizable) return;
          var b = getMemoryBuffer();
          HEAP8 = new Int8Array(b);
          HEAP16 = new Int16Array(b);
          Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
          HEAPU16 = new Uint16Array(b);
          HEAP32 = new Int32Array(b);
          Module["HEAPU32"] = HEAPU32 = new Uint32Array(b);
          HEAPF32 = new Float32Array(b);
          HEAPF64 = new Float64Array(b);
          HEAP64 = new BigInt64Array(b);
          HEAPU64 = new BigUint64Array(b);
        }
        function preRun() {
          var preRun2 = Module["preRun"];
          if (preRun2) {
            if (typeof preRun2 == "function") preRun2 = [preRun2];
            onPreRuns.push(...preRun2);
          }
          callRuntimeCallbacks(onPreRuns);
        }
        function initRuntime() {
          runtimeInitialized = true;
          if (!Module["noFSInit"] && !FS.initialized) FS.init();
          TTY.init();
          wasmExports["A"]();
          FS.ignorePermissions = false;
        }
        function postRun() {
          var postRun2 = Module["postRun"];
          if (postRun2) {
            if (typeof postRun2 == "function") postRun2 = [postRun2];
            onPostRuns.push(...postRun2);
          }
          callRuntimeCallbacks(onPostRuns);
        }
        function abort(what) {
          Module["onAbort"]?.(what);
          what = `Aborted(${what})`;
          err(what);
          ABORT = true;
          what += ". Build with -sASSERTIONS for more info.";
          var e = new WebAssembly.RuntimeError(what);
          throw e;
        }
        var wasmBinaryFile;
        function findWasmBinary() {
          return locateFile("libpg-query.wasm");
        }
        function getBinarySync(file) {
          if (readBinary) {
            return readBinary(file);
          }
          throw "both async and sync fetching of the wasm failed";
        }
        async function getWasmBinary(binaryFile) {
          if (!wasmBinary) {
            try {
              var response = await readAsync(binaryFile);
              return new Uint8Array(response);
            } catch {
            }
          }
          return getBinarySync(binaryFile);
        }
        async function instantiateArrayBuffer(binaryFile, imports) {
          try {
            var binary = await getWasmBinary(binaryFile);
            var instance = await WebAssembly.instantiate(binary, imports);
            return instance;
          } catch (reason) {
            err(`failed to asynchronously prepare wasm: ${reason}`);
            abort(reason);
          }
        }
        async function instantiateAsync(binary, binaryFile, imports) {
          if (!binary && !ENVIRONMENT_IS_NODE) {
            try {
              var response = fetch(binaryFile, { credentials: "same-origin" });
              var instantiationResult = await WebAssembly.instantiateStreaming(response, imports);
              return instantiationResult;
            } catch (reason) {
              err(`wasm streaming compile failed: ${reason}`);
              err("falling back to ArrayBuffer instantiation");
            }
          }
          return instantiateArrayBuffer(binaryFile, imports);
        }
        function getWasmImports() {
          var imports = { a: wasmImports };
          return imports;
        }
        async function createWasm() {
          function receiveInstance(instance) {
            wasmExports = instance.exports;
            assignWasmExports(wasmExports);
            updateMemoryViews();
            return wasmExports;
          }
          function receiveInstantiationResult(result2) {
            return receiveInstance(result2["instance"]);
          }
          var info = getWasmImports();
          var instantiateWasm = Module["instantiateWasm"];
          if (instantiateWasm) {
            return new Promise((resolve4) => {
              instantiateWasm(info, (inst) => resolve4(receiveInstance(inst)));
            });
          }
          wasmBinaryFile ??= findWasmBinary();
          var result = await instantiateAsync(wasmBinary, wasmBinaryFile, info);
          var exports3 = receiveInstantiationResult(result);
          return exports3;
        }
        class ExitStatus {
          name = "ExitStatus";
          constructor(status) {
            this.message = `Program terminated with exit(${status})`;
            this.status = status;
          }
        }
        var HEAP16;
        var HEAP32;
        var HEAP64;
        var HEAP8;
        var HEAPF32;
        var HEAPF64;
        var HEAPU16;
        var HEAPU32;
        var HEAPU64;
        var HEAPU8;
        var callRuntimeCallbacks = (callbacks) => {
          while (callbacks.length > 0) {
            callbacks.shift()(Module);
          }
        };
        var onPostRuns = [];
        var onPreRuns = [];
        function getValue(ptr, type = "i8") {
          if (type.endsWith("*")) type = "*";
          switch (type) {
            case "i1":
              return HEAP8[ptr];
            case "i8":
              return HEAP8[ptr];
            case "i16":
              return HEAP16[ptr >> 1];
            case "i32":
              return HEAP32[ptr >> 2];
            case "i64":
              return HEAP64[ptr >> 3];
            case "float":
              return HEAPF32[ptr >> 2];
            case "double":
              return HEAPF64[ptr >> 3];
            case "*":
              return HEAPU32[ptr >> 2];
            default:
              abort(`invalid type for getValue: ${type}`);
          }
        }
        var noExitRuntime = true;
        var stackRestore = (val) => __emscripten_stack_restore(val);
        var stackSave = () => _emscripten_stack_get_current();
        var UTF8Decoder = globalThis.TextDecoder && new TextDecoder();
        var findStringEnd = (heapOrArray, idx, maxBytesToRead, ignoreNul) => {
          var maxIdx = idx + maxBytesToRead;
          if (ignoreNul) return maxIdx;
          while (heapOrArray[idx] && !(idx >= maxIdx)) ++idx;
          return idx;
        };
        var UTF8ArrayToString = (heapOrArray, idx = 0, maxBytesToRead, ignoreNul) => {
          var endPtr = findStringEnd(heapOrArray, idx, maxBytesToRead, ignoreNul);
          if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) {
            return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
          }
          var str = "";
          while (idx < endPtr) {
            var u0 = heapOrArray[idx++];
            if (!(u0 & 128)) {
              str += String.fromCharCode(u0);
              continue;
            }
            var u1 = heapOrArray[idx++] & 63;
            if ((u0 & 224) == 192) {
              str += String.fromCharCode((u0 & 31) << 6 | u1);
              continue;
            }
            var u2 = heapOrArray[idx++] & 63;
            if ((u0 & 240) == 224) {
              u0 = (u0 & 15) << 12 | u1 << 6 | u2;
            } else {
              u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
            }
            if (u0 < 65536) {
              str += String.fromCharCode(u0);
            } else {
              var ch = u0 - 65536;
              str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
            }
          }
          return str;
        };
        var UTF8ToString = (ptr, maxBytesToRead, ignoreNul) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead, ignoreNul) : "";
        var ___assert_fail = (condition, filename, line, func) => abort(`Assertion failed: ${UTF8ToString(condition)}, at: ` + [filename ? UTF8ToString(filename) : "unknown filename", line, func ? UTF8ToString(func) : "unknown function"]);
        var __abort_js = () => abort("");
        var runtimeKeepaliveCounter = 0;
        var __emscripten_runtime_keepalive_clear = () => {
          noExitRuntime = false;
          runtimeKeepaliveCounter = 0;
        };
        var __emscripten_throw_longjmp = () => {
          throw new EmscriptenSjLj();
        };
        var timers = {};
        var handleException = (e) => {
          if (e instanceof ExitStatus || e == "unwind") {
            return EXITSTATUS;
          }
          quit_(1, e);
        };
        var keepRuntimeAlive = () => noExitRuntime || runtimeKeepaliveCounter > 0;
        var _proc_exit = (code3) => {
          EXITSTATUS = code3;
          if (!keepRuntimeAlive()) {
            Module["onExit"]?.(code3);
            ABORT = true;
          }
          quit_(code3, new ExitStatus(code3));
        };
        var exitJS = (status, implicit) => {
          EXITSTATUS = status;
          _proc_exit(status);
        };
        var _exit = exitJS;
        var maybeExit = () => {
          if (!keepRuntimeAlive()) {
            try {
              _exit(EXITSTATUS);
            } catch (e) {
              handleException(e);
            }
          }
        };
        var callUserCallback = (func) => {
          if (ABORT) {
            return;
          }
          try {
            return func();
          } catch (e) {
            handleException(e);
          } finally {
            maybeExit();
          }
        };
        var _emscripten_get_now = () => performance.now();
        var __setitimer_js = (which2, timeout_ms) => {
          if (timers[which2]) {
            clearTimeout(timers[which2].id);
            delete timers[which2];
          }
          if (!timeout_ms) return 0;
          var id = setTimeout(() => {
            delete timers[which2];
            callUserCallback(() => __emscripten_timeout(which2, _emscripten_get_now()));
          }, timeout_ms);
          timers[which2] = { id, timeout_ms };
          return 0;
        };
        var getHeapMax = () => 1073741824;
        var alignMemory = (size, alignment) => Math.ceil(size / alignment) * alignment;
        var growMemory = (size) => {
          var oldHeapSize = wasmMemory.buffer.byteLength;
          var pages = (size - oldHeapSize + 65535) / 65536 | 0;
          try {
            wasmMemory.grow(pages);
            updateMemoryViews();
            return 1;
          } catch (e) {
          }
        };
        var _emscripten_resize_heap = (requestedSize) => {
          var oldSize = HEAPU8.length;
          requestedSize >>>= 0;
          var maxHeapSize = getHeapMax();
          if (requestedSize > maxHeapSize) {
            return false;
          }
          for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
            var overGrownHeapSize = oldSize * (1 + 0.2 / cutDown);
            overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
            var newSize = Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536));
            var replacement = growMemory(newSize);
            if (replacement) {
              return true;
            }
          }
          return false;
        };
        var PATH = { isAbs: (path5) => path5.charAt(0) === "/", splitPath: (filename) => {
          var splitPathRe = /^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;
          return splitPathRe.exec(filename).slice(1);
        }, normalizeArray: (parts, allowAboveRoot) => {
          var up = 0;
          for (var i = parts.length - 1; i >= 0; i--) {
            var last = parts[i];
            if (last === ".") {
              parts.splice(i, 1);
            } else if (last === "..") {
              parts.splice(i, 1);
              up++;
            } else if (up) {
              parts.splice(i, 1);
              up--;
            }
          }
          if (allowAboveRoot) {
            for (; up; up--) {
              parts.unshift("..");
            }
          }
          return parts;
        }, normalize: (path5) => {
          var isAbsolute = PATH.isAbs(path5), trailingSlash = path5.slice(-1) === "/";
          path5 = PATH.normalizeArray(path5.split("/").filter((p) => !!p), !isAbsolute).join("/");
          if (!path5 && !isAbsolute) {
            path5 = ".";
          }
          if (path5 && trailingSlash) {
            path5 += "/";
          }
          return (isAbsolute ? "/" : "") + path5;
        }, dirname: (path5) => {
          var result = PATH.splitPath(path5), root = result[0], dir = result[1];
          if (!root && !dir) {
            return ".";
          }
          if (dir) {
            dir = dir.slice(0, -1);
          }
          return root + dir;
        }, basename: (path5) => path5 && path5.match(/([^\/]+|\/)\/*$/)[1], join: (...paths) => PATH.normalize(paths.join("/")), join2: (l, r) => PATH.normalize(l + "/" + r) };
        var initRandomFill = () => {
          if (ENVIRONMENT_IS_NODE) {
            var nodeCrypto = require("node:crypto");
            return (view) => (nodeCrypto.randomFillSync(view), 0);
          }
          return (view) => (crypto.getRandomValues(view), 0);
        };
        var randomFill = (view) => (randomFill = initRandomFill())(view);
        var PATH_FS = { resolve: (...args) => {
          var resolvedPath = "", resolvedAbsolute = false;
          for (var i = args.length - 1; i >= -1 && !resolvedAbsolute; i--) {
            var path5 = i >= 0 ? args[i] : FS.cwd();
            if (typeof path5 != "string") {
              throw new TypeError("Arguments to path.resolve must be strings");
            } else if (!path5) {
              return "";
            }
            resolvedPath = path5 + "/" + resolvedPath;
            resolvedAbsolute = PATH.isAbs(path5);
          }
          resolvedPath = PATH.normalizeArray(resolvedPath.split("/").filter((p) => !!p), !resolvedAbsolute).join("/");
          return (resolvedAbsolute ? "/" : "") + resolvedPath || ".";
        }, relative: (from, to) => {
          from = PATH_FS.resolve(from).slice(1);
          to = PATH_FS.resolve(to).slice(1);
          function trim(arr) {
            var start = 0;
            for (; start < arr.length; start++) {
              if (arr[start] !== "") break;
            }
            var end = arr.length - 1;
            for (; end >= 0; end--) {
              if (arr[end] !== "") break;
            }
            if (start > end) return [];
            return arr.slice(start, end - start + 1);
          }
          var fromParts = trim(from.split("/"));
          var toParts = trim(to.split("/"));
          var length = Math.min(fromParts.length, toParts.length);
          var samePartsLength = length;
          for (var i = 0; i < length; i++) {
            if (fromParts[i] !== toParts[i]) {
              samePartsLength = i;
              break;
            }
          }
          var outputParts = [];
          for (var i = samePartsLength; i < fromParts.length; i++) {
            outputParts.push("..");
          }
          outputParts = outputParts.concat(toParts.slice(samePartsLength));
          return outputParts.join("/");
        } };
        var FS_stdin_getChar_buffer = [];
        var lengthBytesUTF8 = (str) => {
          var len = 0;
          for (var i = 0; i < str.length; ++i) {
            var c = str.charCodeAt(i);
            if (c <= 127) {
              len++;
            } else if (c <= 2047) {
              len += 2;
            } else if (c >= 55296 && c <= 57343) {
              len += 4;
              ++i;
            } else {
              len += 3;
            }
          }
          return len;
        };
        var stringToUTF8Array = (str, heap, outIdx, maxBytesToWrite) => {
          if (!(maxBytesToWrite > 0)) return 0;
          var startIdx = outIdx;
          var endIdx = outIdx + maxBytesToWrite - 1;
          for (var i = 0; i < str.length; ++i) {
            var u = str.codePointAt(i);
            if (u <= 127) {
              if (outIdx >= endIdx) break;
              heap[outIdx++] = u;
            } else if (u <= 2047) {
              if (outIdx + 1 >= endIdx) break;
              heap[outIdx++] = 192 | u >> 6;
              heap[outIdx++] = 128 | u & 63;
            } else if (u <= 65535) {
              if (outIdx + 2 >= endIdx) break;
              heap[outIdx++] = 224 | u >> 12;
              heap[outIdx++] = 128 | u >> 6 & 63;
              heap[outIdx++] = 128 | u & 63;
            } else {
              if (outIdx + 3 >= endIdx) break;
              heap[outIdx++] = 240 | u >> 18;
              heap[outIdx++] = 128 | u >> 12 & 63;
              heap[outIdx++] = 128 | u >> 6 & 63;
              heap[outIdx++] = 128 | u & 63;
              i++;
            }
          }
          heap[outIdx] = 0;
          return outIdx - startIdx;
        };
        var intArrayFromString = (stringy, dontAddNull, length) => {
          var len = length > 0 ? length : lengthBytesUTF8(stringy) + 1;
          var u8array = new Array(len);
          var numBytesWritten = stringToUTF8Array(stringy, u8array, 0, u8array.length);
          if (dontAddNull) u8array.length = numBytesWritten;
          return u8array;
        };
        var FS_stdin_getChar = () => {
          if (!FS_stdin_getChar_buffer.length) {
            var result = null;
            if (ENVIRONMENT_IS_NODE) {
              var BUFSIZE = 256;
              var buf = Buffer.alloc(BUFSIZE);
              var bytesRead = 0;
              var fd = process.stdin.fd;
              try {
                bytesRead = fs2.readSync(fd, buf, 0, BUFSIZE);
              } catch (e) {
                if (e.toString().includes("EOF")) bytesRead = 0;
                else throw e;
              }
              if (bytesRead > 0) {
                result = buf.slice(0, bytesRead).toString("utf-8");
              }
            } else if (globalThis.window?.prompt) {
              result = window.prompt("Input: ");
              if (result !== null) {
                result += "\n";
              }
            } else {
            }
            if (!result) {
              return null;
            }
            FS_stdin_getChar_buffer = intArrayFromString(result, true);
          }
          return FS_stdin_getChar_buffer.shift();
        };
        var TTY = { ttys: [], init() {
        }, shutdown() {
        }, register(dev, ops) {
          TTY.ttys[dev] = { input: [], output: [], ops };
          FS.registerDevice(dev, TTY.stream_ops);
        }, stream_ops: { open(stream) {
          var tty = TTY.ttys[stream.node.rdev];
          if (!tty) {
            throw new FS.ErrnoError(43);
          }
          stream.tty = tty;
          stream.seekable = false;
        }, close(stream) {
          stream.tty.ops.fsync(stream.tty);
        }, fsync(stream) {
          stream.tty.ops.fsync(stream.tty);
        }, read(stream, buffer, offset, length, pos) {
          if (!stream.tty || !stream.tty.ops.get_char) {
            throw new FS.ErrnoError(60);
          }
          var bytesRead = 0;
          for (var i = 0; i < length; i++) {
            var result;
            try {
              result = stream.tty.ops.get_char(stream.tty);
            } catch (e) {
              throw new FS.ErrnoError(29);
            }
            if (result === void 0 && bytesRead === 0) {
              throw new FS.ErrnoError(6);
            }
            if (result === null || result === void 0) break;
            bytesRead++;
            buffer[offset + i] = result;
          }
          if (bytesRead) {
            stream.node.atime = Date.now();
          }
          return bytesRead;
        }, write(stream, buffer, offset, length, pos) {
          if (!stream.tty || !stream.tty.ops.put_char) {
            throw new FS.ErrnoError(60);
          }
          try {
            for (var i = 0; i < length; i++) {
              stream.tty.ops.put_char(stream.tty, buffer[offset + i]);
            }
          } catch (e) {
            throw new FS.ErrnoError(29);
          }
          if (length) {
            stream.node.mtime = stream.node.ctime = Date.now();
          }
          return i;
        } }, default_tty_ops: { get_char(tty) {
          return FS_stdin_getChar();
        }, put_char(tty, val) {
          if (val === null || val === 10) {
            out(UTF8ArrayToString(tty.output));
            tty.output = [];
          } else {
            if (val != 0) tty.output.push(val);
          }
        }, fsync(tty) {
          if (tty.output?.length > 0) {
            out(UTF8ArrayToString(tty.output));
            tty.output = [];
          }
        }, ioctl_tcgets(tty) {
          return { c_iflag: 25856, c_oflag: 5, c_cflag: 191, c_lflag: 35387, c_cc: [3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] };
        }, ioctl_tcsets(tty, optional_actions, data) {
          return 0;
        }, ioctl_tiocgwinsz(tty) {
          return [24, 80];
        } }, default_tty1_ops: { put_char(tty, val) {
          if (val === null || val === 10) {
            err(UTF8ArrayToString(tty.output));
            tty.output = [];
          } else {
            if (val != 0) tty.output.push(val);
          }
        }, fsync(tty) {
          if (tty.output?.length > 0) {
            err(UTF8ArrayToString(tty.output));
            tty.output = [];
          }
        } } };
        var mmapAlloc = (size) => {
          abort();
        };
        var MEMFS = { ops_table: null, mount(mount) {
          return MEMFS.createNode(null, "/", 16895, 0);
        }, createNode(parent, name, mode, dev) {
          if (FS.isBlkdev(mode) || FS.isFIFO(mode)) {
            throw new FS.ErrnoError(63);
          }
          MEMFS.ops_table ||= { dir: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr, lookup: MEMFS.node_ops.lookup, mknod: MEMFS.node_ops.mknod, rename: MEMFS.node_ops.rename, unlink: MEMFS.node_ops.unlink, rmdir: MEMFS.node_ops.rmdir, readdir: MEMFS.node_ops.readdir, symlink: MEMFS.node_ops.symlink }, stream: { llseek: MEMFS.stream_ops.llseek } }, file: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr }, stream: { llseek: MEMFS.stream_ops.llseek, read: MEMFS.stream_ops.read, write: MEMFS.stream_ops.write, mmap: MEMFS.stream_ops.mmap, msync: MEMFS.stream_ops.msync } }, link: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr, readlink: MEMFS.node_ops.readlink }, stream: {} }, chrdev: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr }, stream: FS.chrdev_stream_ops } };
          var node = FS.createNode(parent, name, mode, dev);
          if (FS.isDir(node.mode)) {
            node.node_ops = MEMFS.ops_table.dir.node;
            node.stream_ops = MEMFS.ops_table.dir.stream;
            node.contents = {};
          } else if (FS.isFile(node.mode)) {
            node.node_ops = MEMFS.ops_table.file.node;
            node.stream_ops = MEMFS.ops_table.file.stream;
            node.usedBytes = 0;
            node.contents = MEMFS.emptyFileContents ??= new Uint8Array(0);
          } else if (FS.isLink(node.mode)) {
            node.node_ops = MEMFS.ops_table.link.node;
            node.stream_ops = MEMFS.ops_table.link.stream;
          } else if (FS.isChrdev(node.mode)) {
            node.node_ops = MEMFS.ops_table.chrdev.node;
            node.stream_ops = MEMFS.ops_table.chrdev.stream;
          }
          node.atime = node.mtime = node.ctime = Date.now();
          if (parent) {
            parent.contents[name] = node;
            parent.atime = parent.mtime = parent.ctime = node.atime;
          }
          return node;
        }, getFileDataAsTypedArray(node) {
          return node.contents.subarray(0, node.usedBytes);
        }, expandFileStorage(node, newCapacity) {
          var prevCapacity = node.contents.length;
          if (prevCapacity >= newCapacity) return;
          var CAPACITY_DOUBLING_MAX = 1024 * 1024;
          newCapacity = Math.max(newCapacity, prevCapacity * (prevCapacity < CAPACITY_DOUBLING_MAX ? 2 : 1.125) >>> 0);
          if (prevCapacity) newCapacity = Math.max(newCapacity, 256);
          var oldContents = MEMFS.getFileDataAsTypedArray(node);
          node.contents = new Uint8Array(newCapacity);
          node.contents.set(oldContents);
        }, resizeFileStorage(node, newSize) {
          if (node.usedBytes == newSize) return;
          var oldContents = node.contents;
          node.contents = new Uint8Array(newSize);
          node.contents.set(oldContents.subarray(0, Math.min(newSize, node.usedBytes)));
          node.usedBytes = newSize;
        }, node_ops: { getattr(node) {
          var attr = {};
          attr.dev = FS.isChrdev(node.mode) ? node.id : 1;
          attr.ino = node.id;
          attr.mode = node.mode;
          attr.nlink = 1;
          attr.uid = 0;
          attr.gid = 0;
          attr.rdev = node.rdev;
          if (FS.isDir(node.mode)) {
            attr.size = 4096;
          } else if (FS.isFile(node.mode)) {
            attr.size = node.usedBytes;
          } else if (FS.isLink(node.mode)) {
            attr.size = node.link.length;
          } else {
            attr.size = 0;
          }
          attr.atime = new Date(node.atime);
          attr.mtime = new Date(node.mtime);
          attr.ctime = new Date(node.ctime);
          attr.blksize = 4096;
          attr.blocks = Math.ceil(attr.size / attr.blksize);
          return attr;
        }, setattr(node, attr) {
          for (const key of ["mode", "atime", "mtime", "ctime"]) {
            if (attr[key] != null) {
              node[key] = attr[key];
            }
          }
          if (attr.size !== void 0) {
            MEMFS.resizeFileStorage(node, attr.size);
          }
        }, lookup(parent, name) {
          if (!MEMFS.doesNotExistError) {
            MEMFS.doesNotExistError = new FS.ErrnoError(44);
            MEMFS.doesNotExistError.stack = "<generic error, no stack>";
          }
          throw MEMFS.doesNotExistError;
        }, mknod(parent, name, mode, dev) {
          return MEMFS.createNode(parent, name, mode, dev);
        }, rename(old_node, new_dir, new_name) {
          var new_node;
          try {
            new_node = FS.lookupNode(new_dir, new_name);
          } catch (e) {
          }
          if (new_node) {
            if (FS.isDir(old_node.mode)) {
              for (var i in new_node.contents) {
                throw new FS.ErrnoError(55);
              }
            }
            FS.hashRemoveNode(new_node);
          }
          delete old_node.parent.contents[old_node.name];
          new_dir.contents[new_name] = old_node;
          old_node.name = new_name;
          new_dir.ctime = new_dir.mtime = old_node.parent.ctime = old_node.parent.mtime = Date.now();
        }, unlink(parent, name) {
          delete parent.contents[name];
          parent.ctime = parent.mtime = Date.now();
        }, rmdir(parent, name) {
          var node = FS.lookupNode(parent, name);
          for (var i in node.contents) {
            throw new FS.ErrnoError(55);
          }
          delete parent.contents[name];
          parent.ctime = parent.mtime = Date.now();
        }, readdir(node) {
          return [".", "..", ...Object.keys(node.contents)];
        }, symlink(parent, newname, oldpath) {
          var node = MEMFS.createNode(parent, newname, 511 | 40960, 0);
          node.link = oldpath;
          return node;
        }, readlink(node) {
          if (!FS.isLink(node.mode)) {
            throw new FS.ErrnoError(28);
          }
          return node.link;
        } }, stream_ops: { read(stream, buffer, offset, length, position) {
          var contents = stream.node.contents;
          if (position >= stream.node.usedBytes) return 0;
          var size = Math.min(stream.node.usedBytes - position, length);
          buffer.set(contents.subarray(position, position + size), offset);
          return size;
        }, write(stream, buffer, offset, length, position, canOwn) {
          if (buffer.buffer === HEAP8.buffer) {
            canOwn = false;
          }
          if (!length) return 0;
          var node = stream.node;
          node.mtime = node.ctime = Date.now();
          if (canOwn) {
            node.contents = buffer.subarray(offset, offset + length);
            node.usedBytes = length;
          } else if (node.usedBytes === 0 && position === 0) {
            node.contents = buffer.slice(offset, offset + length);
            node.usedBytes = length;
          } else {
            MEMFS.expandFileStorage(node, position + length);
            node.contents.set(buffer.subarray(offset, offset + length), position);
            node.usedBytes = Math.max(node.usedBytes, position + length);
          }
          return length;
        }, llseek(stream, offset, whence) {
          var position = offset;
          if (whence === 1) {
            position += stream.position;
          } else if (whence === 2) {
            if (FS.isFile(stream.node.mode)) {
              position += stream.node.usedBytes;
            }
          }
          if (position < 0) {
            throw new FS.ErrnoError(28);
          }
          return position;
        }, mmap(stream, length, position, prot, flags) {
          if (!FS.isFile(stream.node.mode)) {
            throw new FS.ErrnoError(43);
          }
          var ptr;
          var allocated;
          var contents = stream.node.contents;
          if (!(flags & 2) && contents.buffer === HEAP8.buffer) {
            allocated = false;
            ptr = contents.byteOffset;
          } else {
            allocated = true;
            ptr = mmapAlloc(length);
            if (!ptr) {
              throw new FS.ErrnoError(48);
            }
            if (contents) {
              if (position > 0 || position + length < contents.length) {
                if (contents.subarray) {
                  contents = contents.subarray(position, position + length);
                } else {
                  contents = Array.prototype.slice.call(contents, position, position + length);
                }
              }
              HEAP8.set(contents, ptr);
            }
          }
          return { ptr, allocated };
        }, msync(stream, buffer, offset, length, mmapFlags) {
          MEMFS.stream_ops.write(stream, buffer, 0, length, offset, false);
          return 0;
        } } };
        var FS_modeStringToFlags = (str) => {
          if (typeof str != "string") return str;
          var flagModes = { r: 0, "r+": 2, w: 512 | 64 | 1, "w+": 512 | 64 | 2, a: 1024 | 64 | 1, "a+": 1024 | 64 | 2 };
          var flags = flagModes[str];
          if (typeof flags == "undefined") {
            throw new Error(`Unknown file open mode: ${str}`);
          }
          return flags;
        };
        var FS_fileDataToTypedArray = (data) => {
          if (typeof data == "string") {
            data = intArrayFromString(data, true);
          }
          if (!data.subarray) {
            data = new Uint8Array(data);
          }
          return data;
        };
        var FS_getMode = (canRead, canWrite) => {
          var mode = 0;
          if (canRead) mode |= 292 | 73;
          if (canWrite) mode |= 146;
          return mode;
        };
        var asyncLoad = async (url) => {
          var arrayBuffer = await readAsync(url);
          return new Uint8Array(arrayBuffer);
        };
        var FS_createDataFile = (...args) => FS.createDataFile(...args);
        var getUniqueRunDependency = (id) => id;
        var dependenciesPromise = null;
        var resolveRunDependencies = async () => dependenciesPromise;
        var runDependencies = 0;
        var dependenciesPromiseResolve = null;
        var removeRunDependency = (id) => {
          runDependencies--;
          Module["monitorRunDependencies"]?.(runDependencies);
          if (!runDependencies) {
            dependenciesPromiseResolve();
          }
        };
        var addRunDependency = (id) => {
          if (!runDependencies) {
            dependenciesPromise = new Promise((resolve4) => dependenciesPromiseResolve = resolve4);
          }
          runDependencies++;
          Module["monitorRunDependencies"]?.(runDependencies);
        };
        var preloadPlugins = [];
        var FS_handledByPreloadPlugin = async (byteArray, fullname) => {
          if (typeof Browser != "undefined") Browser.init();
          for (var plugin of preloadPlugins) {
            if (plugin["canHandle"](fullname)) {
              return plugin["handle"](byteArray, fullname);
            }
          }
          return byteArray;
        };
        var FS_preloadFile = async (parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish) => {
          var fullname = name ? PATH_FS.resolve(PATH.join2(parent, name)) : parent;
          var dep = getUniqueRunDependency(`cp ${fullname}`);
          addRunDependency(dep);
          try {
            var byteArray = url;
            if (typeof url == "string") {
              byteArray = await asyncLoad(url);
            }
            byteArray = await FS_handledByPreloadPlugin(byteArray, fullname);
            preFinish?.();
            if (!dontCreateFile) {
              FS_createDataFile(parent, name, byteArray, canRead, canWrite, canOwn);
            }
          } finally {
            removeRunDependency(dep);
          }
        };
        var FS_createPreloadedFile = (parent, name, url, canRead, canWrite, onload, onerror, dontCreateFile, canOwn, preFinish) => {
          FS_preloadFile(parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish).then(onload).catch(onerror);
        };
        var FS = { root: null, mounts: [], devices: {}, streams: [], nextInode: 1, nameTable: null, currentPath: "/", initialized: false, ignorePermissions: true, filesystems: null, syncFSRequests: 0, ErrnoError: class {
          name = "ErrnoError";
          constructor(errno) {
            this.errno = errno;
          }
        }, FSStream: class {
          shared = {};
          get object() {
            return this.node;
          }
          set object(val) {
            this.node = val;
          }
          get isRead() {
            return (this.flags & 2097155) !== 1;
          }
          get isWrite() {
            return (this.flags & 2097155) !== 0;
          }
          get isAppend() {
            return this.flags & 1024;
          }
          get flags() {
            return this.shared.flags;
          }
          set flags(val) {
            this.shared.flags = val;
          }
          get position() {
            return this.shared.position;
          }
          set position(val) {
            this.shared.position = val;
          }
        }, FSNode: class {
          node_ops = {};
          stream_ops = {};
          readMode = 292 | 73;
          writeMode = 146;
          mounted = null;
          constructor(parent, name, mode, rdev) {
            if (!parent) {
              parent = this;
            }
            this.parent = parent;
            this.mount = parent.mount;
            this.id = FS.nextInode++;
            this.name = name;
            this.mode = mode;
            this.rdev = rdev;
            this.atime = this.mtime = this.ctime = Date.now();
          }
          get read() {
            return (this.mode & this.readMode) === this.readMode;
          }
          set read(val) {
            val ? this.mode |= this.readMode : this.mode &= ~this.readMode;
          }
          get write() {
            return (this.mode & this.writeMode) === this.writeMode;
          }
          set write(val) {
            val ? this.mode |= this.writeMode : this.mode &= ~this.writeMode;
          }
          get isFolder() {
            return FS.isDir(this.mode);
          }
          get isDevice() {
            return FS.isChrdev(this.mode);
          }
          addListener(cb, exclusive = false) {
            var entry2 = { cb, exclusive };
            var listeners = this.listeners ??= /* @__PURE__ */ new Set();
            listeners.add(entry2);
            return { listeners, entry: entry2 };
          }
          notifyListeners(flags) {
            if (!this.listeners) return;
            var excl;
            for (var entry2 of this.listeners) {
              if (entry2.exclusive) (excl ||= []).push(entry2);
              else entry2.cb(flags);
            }
            if (excl) {
              var i = (this.exclTurn || 0) % excl.length;
              this.exclTurn = i + 1;
              excl[i].cb(flags);
            }
          }
        }, lookupPath(path5, opts = {}) {
          if (!path5) {
            throw new FS.ErrnoError(44);
          }
          opts.follow_mount ??= true;
          if (!PATH.isAbs(path5)) {
            path5 = FS.cwd() + "/" + path5;
          }
          linkloop: for (var nlinks = 0; nlinks < 40; nlinks++) {
            var parts = path5.split("/").filter((p) => !!p);
            var current = FS.root;
            var current_path = "/";
            for (var i = 0; i < parts.length; i++) {
              var islast = i === parts.length - 1;
              if (islast && opts.parent) {
                break;
              }
              if (parts[i] === ".") {
                continue;
              }
              if (parts[i] === "..") {
                current_path = PATH.dirname(current_path);
                if (FS.isRoot(current)) {
                  path5 = current_path + "/" + parts.slice(i + 1).join("/");
                  nlinks--;
                  continue linkloop;
                } else {
                  current = current.parent;
                }
                continue;
              }
              current_path = PATH.join2(current_path, parts[i]);
              try {
                current = FS.lookupNode(current, parts[i]);
              } catch (e) {
                if (e?.errno === 44 && islast && opts.noent_okay) {
                  return { path: current_path };
                }
                throw e;
              }
              if (FS.isMountpoint(current) && (!islast || opts.follow_mount)) {
                current = current.mounted.root;
              }
              if (FS.isLink(current.mode) && (!islast || opts.follow)) {
                if (!current.node_ops.readlink) {
                  throw new FS.ErrnoError(52);
                }
                var link3 = current.node_ops.readlink(current);
                if (!PATH.isAbs(link3)) {
                  link3 = PATH.dirname(current_path) + "/" + link3;
                }
                path5 = link3 + "/" + parts.slice(i + 1).join("/");
                continue linkloop;
              }
            }
            return { path: current_path, node: current };
          }
          throw new FS.ErrnoError(32);
        }, getPath(node) {
          var path5;
          while (true) {
            if (FS.isRoot(node)) {
              var mount = node.mount.mountpoint;
              if (!path5) return mount;
              return mount[mount.length - 1] !== "/" ? `${mount}/${path5}` : mount + path5;
            }
            path5 = path5 ? `${node.name}/${path5}` : node.name;
            node = node.parent;
          }
        }, hashName(parentid, name) {
          var hash2 = 0;
          for (var i = 0; i < name.length; i++) {
            hash2 = (hash2 << 5) - hash2 + name.charCodeAt(i) | 0;
          }
          return (parentid + hash2 >>> 0) % FS.nameTable.length;
        }, hashAddNode(node) {
          var hash2 = FS.hashName(node.parent.id, node.name);
          node.name_next = FS.nameTable[hash2];
          FS.nameTable[hash2] = node;
        }, hashRemoveNode(node) {
          var hash2 = FS.hashName(node.parent.id, node.name);
          if (FS.nameTable[hash2] === node) {
            FS.nameTable[hash2] = node.name_next;
          } else {
            var current = FS.nameTable[hash2];
            while (current) {
              if (current.name_next === node) {
                current.name_next = node.name_next;
                break;
              }
              current = current.name_next;
            }
          }
        }, lookupNode(parent, name) {
          var errCode = FS.mayLookup(parent);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          var hash2 = FS.hashName(parent.id, name);
          for (var node = FS.nameTable[hash2]; node; node = node.name_next) {
            var nodeName = node.name;
            if (node.parent.id === parent.id && nodeName === name) {
              return node;
            }
          }
          return FS.lookup(parent, name);
        }, createNode(parent, name, mode, rdev) {
          var node = new FS.FSNode(parent, name, mode, rdev);
          FS.hashAddNode(node);
          return node;
        }, destroyNode(node) {
          FS.hashRemoveNode(node);
        }, isRoot(node) {
          return node === node.parent;
        }, isMountpoint(node) {
          return !!node.mounted;
        }, isFile(mode) {
          return (mode & 61440) === 32768;
        }, isDir(mode) {
          return (mode & 61440) === 16384;
        }, isLink(mode) {
          return (mode & 61440) === 40960;
        }, isChrdev(mode) {
          return (mode & 61440) === 8192;
        }, isBlkdev(mode) {
          return (mode & 61440) === 24576;
        }, isFIFO(mode) {
          return (mode & 61440) === 4096;
        }, isSocket(mode) {
          return (mode & 49152) === 49152;
        }, flagsToPermissionString(flag) {
          var perms = ["r", "w", "rw"][flag & 3];
          if (flag & 512) {
            perms += "w";
          }
          return perms;
        }, nodePermissions(node, perms) {
          if (FS.ignorePermissions) {
            return 0;
          }
          if (perms.includes("r") && !(node.mode & 292)) {
            return 2;
          }
          if (perms.includes("w") && !(node.mode & 146)) {
            return 2;
          }
          if (perms.includes("x") && !(node.mode & 73)) {
            return 2;
          }
          return 0;
        }, mayLookup(dir) {
          if (!FS.isDir(dir.mode)) return 54;
          var errCode = FS.nodePermissions(dir, "x");
          if (errCode) return errCode;
          if (!dir.node_ops.lookup) return 2;
          return 0;
        }, mayCreate(dir, name) {
          if (!FS.isDir(dir.mode)) {
            return 54;
          }
          try {
            var node = FS.lookupNode(dir, name);
            return 20;
          } catch (e) {
          }
          return FS.nodePermissions(dir, "wx");
        }, mayDelete(dir, name, isdir) {
          var node;
          try {
            node = FS.lookupNode(dir, name);
          } catch (e) {
            return e.errno;
          }
          var errCode = FS.nodePermissions(dir, "wx");
          if (errCode) {
            return errCode;
          }
          if (isdir) {
            if (!FS.isDir(node.mode)) {
              return 54;
            }
            if (FS.isRoot(node) || FS.getPath(node) === FS.cwd()) {
              return 10;
            }
          } else if (FS.isDir(node.mode)) {
            return 31;
          }
          return 0;
        }, mayOpen(node, flags) {
          if (!node) {
            return 44;
          }
          if (FS.isLink(node.mode)) {
            return 32;
          }
          var mode = FS.flagsToPermissionString(flags);
          if (FS.isDir(node.mode)) {
            if (mode !== "r" || flags & (512 | 64)) {
              return 31;
            }
          }
          return FS.nodePermissions(node, mode);
        }, checkOpExists(op, err2) {
          if (!op) {
            throw new FS.ErrnoError(err2);
          }
          return op;
        }, MAX_OPEN_FDS: 4096, nextfd() {
          for (var fd = 0; fd <= FS.MAX_OPEN_FDS; fd++) {
            if (!FS.streams[fd]) {
              return fd;
            }
          }
          throw new FS.ErrnoError(33);
        }, getStreamChecked(fd) {
          var stream = FS.getStream(fd);
          if (!stream) {
            throw new FS.ErrnoError(8);
          }
          return stream;
        }, getStream: (fd) => FS.streams[fd], createStream(stream, fd = -1) {
          stream = Object.assign(new FS.FSStream(), stream);
          if (fd == -1) {
            fd = FS.nextfd();
          }
          stream.fd = fd;
          FS.streams[fd] = stream;
          return stream;
        }, closeStream(fd) {
          FS.streams[fd] = null;
        }, dupStream(origStream, fd = -1) {
          var stream = FS.createStream(origStream, fd);
          stream.stream_ops?.dup?.(stream);
          return stream;
        }, doSetAttr(stream, node, attr) {
          var setattr = stream?.stream_ops.setattr;
          var arg = setattr ? stream : node;
          setattr ??= node.node_ops.setattr;
          FS.checkOpExists(setattr, 63);
          try {
            setattr(arg, attr);
          } catch (e) {
            if (e instanceof RangeError) {
              throw new FS.ErrnoError(22);
            }
            throw e;
          }
        }, chrdev_stream_ops: { open(stream) {
          var device = FS.getDevice(stream.node.rdev);
          stream.stream_ops = device.stream_ops;
          stream.stream_ops.open?.(stream);
        }, llseek() {
          throw new FS.ErrnoError(70);
        } }, major: (dev) => dev >> 8, minor: (dev) => dev & 255, makedev: (ma, mi) => ma << 8 | mi, registerDevice(dev, ops) {
          FS.devices[dev] = { stream_ops: ops };
        }, getDevice: (dev) => FS.devices[dev], getMounts(mount) {
          var mounts = [];
          var check = [mount];
          while (check.length) {
            var m = check.pop();
            mounts.push(m);
            check.push(...m.mounts);
          }
          return mounts;
        }, syncfs(populate, callback) {
          if (typeof populate == "function") {
            callback = populate;
            populate = false;
          }
          FS.syncFSRequests++;
          if (FS.syncFSRequests > 1) {
            err(`warning: ${FS.syncFSRequests} FS.syncfs operations in flight at once, probably just doing extra work`);
          }
          var mounts = FS.getMounts(FS.root.mount);
          var completed = 0;
          function doCallback(errCode) {
            FS.syncFSRequests--;
            return callback(errCode);
          }
          function done(errCode) {
            if (errCode) {
              if (!done.errored) {
                done.errored = true;
                return doCallback(errCode);
              }
              return;
            }
            if (++completed >= mounts.length) {
              doCallback(null);
            }
          }
          for (var mount of mounts) {
            if (mount.type.syncfs) {
              mount.type.syncfs(mount, populate, done);
            } else {
              done(null);
            }
          }
        }, mount(type, opts, mountpoint) {
          var root = mountpoint === "/";
          var pseudo = !mountpoint;
          var node;
          if (root && FS.root) {
            throw new FS.ErrnoError(10);
          } else if (!root && !pseudo) {
            var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
            mountpoint = lookup.path;
            node = lookup.node;
            if (FS.isMountpoint(node)) {
              throw new FS.ErrnoError(10);
            }
            if (!FS.isDir(node.mode)) {
              throw new FS.ErrnoError(54);
            }
          }
          var mount = { type, opts, mountpoint, mounts: [] };
          var mountRoot = type.mount(mount);
          mountRoot.mount = mount;
          mount.root = mountRoot;
          if (root) {
            FS.root = mountRoot;
          } else if (node) {
            node.mounted = mount;
            if (node.mount) {
              node.mount.mounts.push(mount);
            }
          }
          return mountRoot;
        }, unmount(mountpoint) {
          var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
          if (!FS.isMountpoint(lookup.node)) {
            throw new FS.ErrnoError(28);
          }
          var node = lookup.node;
          var mount = node.mounted;
          var mounts = FS.getMounts(mount);
          for (var [hash2, current] of Object.entries(FS.nameTable)) {
            while (current) {
              var next = current.name_next;
              if (mounts.includes(current.mount)) {
                FS.destroyNode(current);
              }
              current = next;
            }
          }
          node.mounted = null;
          var idx = node.mount.mounts.indexOf(mount);
          node.mount.mounts.splice(idx, 1);
        }, lookup(parent, name) {
          return parent.node_ops.lookup(parent, name);
        }, mknod(path5, mode, dev) {
          var lookup = FS.lookupPath(path5, { parent: true });
          var parent = lookup.node;
          var name = PATH.basename(path5);
          if (!name) {
            throw new FS.ErrnoError(28);
          }
          if (name === "." || name === "..") {
            throw new FS.ErrnoError(20);
          }
          var errCode = FS.mayCreate(parent, name);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.mknod) {
            throw new FS.ErrnoError(63);
          }
          return parent.node_ops.mknod(parent, name, mode, dev);
        }, statfs(path5) {
          return FS.statfsNode(FS.lookupPath(path5, { follow: true }).node);
        }, statfsStream(stream) {
          return FS.statfsNode(stream.node);
        }, statfsNode(node) {
          var rtn = { bsize: 4096, frsize: 4096, blocks: 1e6, bfree: 5e5, bavail: 5e5, files: FS.nextInode, ffree: FS.nextInode - 1, fsid: 42, flags: 2, namelen: 255 };
          if (node.node_ops.statfs) {
            Object.assign(rtn, node.node_ops.statfs(node.mount.opts.root));
          }
          return rtn;
        }, create(path5, mode = 438) {
          mode &= 4095;
          mode |= 32768;
          return FS.mknod(path5, mode, 0);
        }, mkdir(path5, mode = 511) {
          mode &= 511 | 512;
          mode |= 16384;
          return FS.mknod(path5, mode, 0);
        }, mkdirTree(path5, mode) {
          var dirs = path5.split("/");
          var d = "";
          for (var dir of dirs) {
            if (!dir) continue;
            if (d || PATH.isAbs(path5)) d += "/";
            d += dir;
            try {
              FS.mkdir(d, mode);
            } catch (e) {
              if (e.errno != 20) throw e;
            }
          }
        }, mkdev(path5, mode, dev) {
          if (typeof dev == "undefined") {
            dev = mode;
            mode = 438;
          }
          mode |= 8192;
          return FS.mknod(path5, mode, dev);
        }, symlink(oldpath, newpath) {
          if (!PATH_FS.resolve(oldpath)) {
            throw new FS.ErrnoError(44);
          }
          var lookup = FS.lookupPath(newpath, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var newname = PATH.basename(newpath);
          var errCode = FS.mayCreate(parent, newname);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.symlink) {
            throw new FS.ErrnoError(63);
          }
          return parent.node_ops.symlink(parent, newname, oldpath);
        }, link(oldpath, newpath, flags) {
          var lookup = FS.lookupPath(newpath, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var newname = PATH.basename(newpath);
          var errCode = FS.mayCreate(parent, newname);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.link) {
            throw new FS.ErrnoError(34);
          }
          return parent.node_ops.link(parent, newname, oldpath, flags);
        }, rename(old_path, new_path) {
          var old_dirname = PATH.dirname(old_path);
          var new_dirname = PATH.dirname(new_path);
          var old_name = PATH.basename(old_path);
          var new_name = PATH.basename(new_path);
          var lookup, old_dir, new_dir;
          lookup = FS.lookupPath(old_path, { parent: true });
          old_dir = lookup.node;
          lookup = FS.lookupPath(new_path, { parent: true });
          new_dir = lookup.node;
          if (!old_dir || !new_dir) throw new FS.ErrnoError(44);
          if (old_dir.mount !== new_dir.mount) {
            throw new FS.ErrnoError(75);
          }
          var old_node = FS.lookupNode(old_dir, old_name);
          var relative2 = PATH_FS.relative(old_path, new_dirname);
          if (relative2.charAt(0) !== ".") {
            throw new FS.ErrnoError(28);
          }
          relative2 = PATH_FS.relative(new_path, old_dirname);
          if (relative2.charAt(0) !== ".") {
            throw new FS.ErrnoError(55);
          }
          var new_node;
          try {
            new_node = FS.lookupNode(new_dir, new_name);
          } catch (e) {
          }
          if (old_node === new_node) {
            return;
          }
          var isdir = FS.isDir(old_node.mode);
          var errCode = FS.mayDelete(old_dir, old_name, isdir);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          errCode = new_node ? FS.mayDelete(new_dir, new_name, isdir) : FS.mayCreate(new_dir, new_name);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!old_dir.node_ops.rename) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(old_node) || new_node && FS.isMountpoint(new_node)) {
            throw new FS.ErrnoError(10);
          }
          if (new_dir !== old_dir) {
            errCode = FS.nodePermissions(old_dir, "w");
            if (errCode) {
              throw new FS.ErrnoError(errCode);
            }
          }
          FS.hashRemoveNode(old_node);
          try {
            old_dir.node_ops.rename(old_node, new_dir, new_name);
            old_node.parent = new_dir;
          } catch (e) {
            throw e;
          } finally {
            FS.hashAddNode(old_node);
          }
        }, rmdir(path5) {
          var lookup = FS.lookupPath(path5, { parent: true });
          var parent = lookup.node;
          var name = PATH.basename(path5);
          var node = FS.lookupNode(parent, name);
          var errCode = FS.mayDelete(parent, name, true);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.rmdir) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(node)) {
            throw new FS.ErrnoError(10);
          }
          parent.node_ops.rmdir(parent, name);
          FS.destroyNode(node);
        }, readdir(path5) {
          var lookup = FS.lookupPath(path5, { follow: true });
          var node = lookup.node;
          var readdir2 = FS.checkOpExists(node.node_ops.readdir, 54);
          return readdir2(node);
        }, unlink(path5) {
          var lookup = FS.lookupPath(path5, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var name = PATH.basename(path5);
          var node = FS.lookupNode(parent, name);
          var errCode = FS.mayDelete(parent, name, false);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.unlink) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(node)) {
            throw new FS.ErrnoError(10);
          }
          parent.node_ops.unlink(parent, name);
          FS.destroyNode(node);
        }, readlink(path5) {
          var lookup = FS.lookupPath(path5);
          var link3 = lookup.node;
          if (!link3) {
            throw new FS.ErrnoError(44);
          }
          if (!link3.node_ops.readlink) {
            throw new FS.ErrnoError(28);
          }
          return link3.node_ops.readlink(link3);
        }, stat(path5, dontFollow) {
          var lookup = FS.lookupPath(path5, { follow: !dontFollow });
          var node = lookup.node;
          var getattr = FS.checkOpExists(node.node_ops.getattr, 63);
          return getattr(node);
        }, fstat(fd) {
          var stream = FS.getStreamChecked(fd);
          var node = stream.node;
          var getattr = stream.stream_ops.getattr;
          var arg = getattr ? stream : node;
          getattr ??= node.node_ops.getattr;
          FS.checkOpExists(getattr, 63);
          return getattr(arg);
        }, lstat(path5) {
          return FS.stat(path5, true);
        }, doChmod(stream, node, mode, dontFollow) {
          FS.doSetAttr(stream, node, { mode: mode & 4095 | node.mode & ~4095, ctime: Date.now(), dontFollow });
        }, chmod(path5, mode, dontFollow) {
          var node;
          if (typeof path5 == "string") {
            var lookup = FS.lookupPath(path5, { follow: !dontFollow });
            node = lookup.node;
          } else {
            node = path5;
          }
          FS.doChmod(null, node, mode, dontFollow);
        }, lchmod(path5, mode) {
          FS.chmod(path5, mode, true);
        }, fchmod(fd, mode) {
          var stream = FS.getStreamChecked(fd);
          FS.doChmod(stream, stream.node, mode, false);
        }, doChown(stream, node, dontFollow) {
          FS.doSetAttr(stream, node, { timestamp: Date.now(), dontFollow });
        }, chown(path5, uid, gid, dontFollow) {
          var node;
          if (typeof path5 == "string") {
            var lookup = FS.lookupPath(path5, { follow: !dontFollow });
            node = lookup.node;
          } else {
            node = path5;
          }
          FS.doChown(null, node, dontFollow);
        }, lchown(path5, uid, gid) {
          FS.chown(path5, uid, gid, true);
        }, fchown(fd, uid, gid) {
          var stream = FS.getStreamChecked(fd);
          FS.doChown(stream, stream.node, false);
        }, doTruncate(stream, node, len) {
          if (FS.isDir(node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!FS.isFile(node.mode)) {
            throw new FS.ErrnoError(28);
          }
          var errCode = FS.nodePermissions(node, "w");
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          FS.doSetAttr(stream, node, { size: len, timestamp: Date.now() });
        }, truncate(path5, len) {
          if (len < 0) {
            throw new FS.ErrnoError(28);
          }
          var node;
          if (typeof path5 == "string") {
            var lookup = FS.lookupPath(path5, { follow: true });
            node = lookup.node;
          } else {
            node = path5;
          }
          FS.doTruncate(null, node, len);
        }, ftruncate(fd, len) {
          var stream = FS.getStreamChecked(fd);
          if (len < 0 || (stream.flags & 2097155) === 0) {
            throw new FS.ErrnoError(28);
          }
          FS.doTruncate(stream, stream.node, len);
        }, utime(path5, atime, mtime, dontFollow) {
          var lookup = FS.lookupPath(path5, { follow: !dontFollow });
          FS.doSetAttr(null, lookup.node, { atime, mtime, dontFollow });
        }, open(path5, flags, mode = 438) {
          if (path5 === "") {
            throw new FS.ErrnoError(44);
          }
          flags = FS_modeStringToFlags(flags);
          if (flags & 64) {
            mode = mode & 4095 | 32768;
          } else {
            mode = 0;
          }
          var node;
          var isDirPath;
          if (typeof path5 == "object") {
            node = path5;
          } else {
            isDirPath = path5.endsWith("/");
            var lookup = FS.lookupPath(path5, { follow: !(flags & 131072), noent_okay: true });
            node = lookup.node;
            path5 = lookup.path;
          }
          var created = false;
          if (flags & 64) {
            if (node) {
              if (flags & 128) {
                throw new FS.ErrnoError(20);
              }
            } else if (isDirPath) {
              throw new FS.ErrnoError(31);
            } else {
              node = FS.mknod(path5, mode | 511, 0);
              created = true;
            }
          }
          if (!node) {
            throw new FS.ErrnoError(44);
          }
          if (FS.isChrdev(node.mode)) {
            flags &= ~512;
          }
          if (flags & 65536 && !FS.isDir(node.mode)) {
            throw new FS.ErrnoError(54);
          }
          if (!created) {
            var errCode = FS.mayOpen(node, flags);
            if (errCode) {
              throw new FS.ErrnoError(errCode);
            }
          }
          if (flags & 512 && !created) {
            FS.truncate(node, 0);
          }
          flags &= ~(128 | 512 | 131072);
          var stream = FS.createStream({ node, path: FS.getPath(node), flags, seekable: true, position: 0, stream_ops: node.stream_ops, ungotten: [], error: false });
          if (stream.stream_ops.open) {
            stream.stream_ops.open(stream);
          }
          if (created) {
            FS.chmod(node, mode & 511);
          }
          return stream;
        }, close(stream) {
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if (stream.getdents) stream.getdents = null;
          stream.node?.notifyListeners(32);
          try {
            if (stream.stream_ops.close) {
              stream.stream_ops.close(stream);
            }
          } catch (e) {
            throw e;
          } finally {
            FS.closeStream(stream.fd);
          }
          stream.fd = null;
        }, isClosed(stream) {
          return stream.fd === null;
        }, llseek(stream, offset, whence) {
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if (!stream.seekable || !stream.stream_ops.llseek) {
            throw new FS.ErrnoError(70);
          }
          if (whence != 0 && whence != 1 && whence != 2) {
            throw new FS.ErrnoError(28);
          }
          stream.position = stream.stream_ops.llseek(stream, offset, whence);
          stream.ungotten = [];
          return stream.position;
        }, read(stream, buffer, offset, length, position) {
          if (length < 0 || position < 0) {
            throw new FS.ErrnoError(28);
          }
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if ((stream.flags & 2097155) === 1) {
            throw new FS.ErrnoError(8);
          }
          if (FS.isDir(stream.node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!stream.stream_ops.read) {
            throw new FS.ErrnoError(28);
          }
          var seeking = typeof position != "undefined";
          if (!seeking) {
            position = stream.position;
          } else if (!stream.seekable) {
            throw new FS.ErrnoError(70);
          }
          var bytesRead = stream.stream_ops.read(stream, buffer, offset, length, position);
          if (!seeking) stream.position += bytesRead;
          return bytesRead;
        }, write(stream, buffer, offset, length, position, canOwn) {
          if (length < 0 || position < 0) {
            throw new FS.ErrnoError(28);
          }
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if ((stream.flags & 2097155) === 0) {
            throw new FS.ErrnoError(8);
          }
          if (FS.isDir(stream.node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!stream.stream_ops.write) {
            throw new FS.ErrnoError(28);
          }
          if (stream.seekable && stream.flags & 1024) {
            FS.llseek(stream, 0, 2);
          }
          var seeking = typeof position != "undefined";
          if (!seeking) {
            position = stream.position;
          } else if (!stream.seekable) {
            throw new FS.ErrnoError(70);
          }
          var bytesWritten = stream.stream_ops.write(stream, buffer, offset, length, position, canOwn);
          if (!seeking) stream.position += bytesWritten;
          return bytesWritten;
        }, mmap(stream, length, position, prot, flags) {
          if ((prot & 2) !== 0 && (flags & 2) === 0 && (stream.flags & 2097155) !== 2) {
            throw new FS.ErrnoError(2);
          }
          if ((stream.flags & 2097155) === 1) {
            throw new FS.ErrnoError(2);
          }
          if (!stream.stream_ops.mmap) {
            throw new FS.ErrnoError(43);
          }
          if (!length) {
            throw new FS.ErrnoError(28);
          }
          return stream.stream_ops.mmap(stream, length, position, prot, flags);
        }, msync(stream, buffer, offset, length, mmapFlags) {
          if (!stream.stream_ops.msync) {
            return 0;
          }
          return stream.stream_ops.msync(stream, buffer, offset, length, mmapFlags);
        }, ioctl(stream, cmd, arg) {
          if (!stream.stream_ops.ioctl) {
            throw new FS.ErrnoError(59);
          }
          return stream.stream_ops.ioctl(stream, cmd, arg);
        }, readFile(path5, opts = {}) {
          opts.flags = opts.flags ?? 0;
          opts.encoding = opts.encoding ?? "binary";
          if (opts.encoding !== "utf8" && opts.encoding !== "binary") {
            abort(`Invalid encoding type "${opts.encoding}"`);
          }
          var stream = FS.open(path5, opts.flags);
          var stat2 = FS.stat(path5);
          var length = stat2.size;
          var buf = new Uint8Array(length);
          FS.read(stream, buf, 0, length, 0);
          if (opts.encoding === "utf8") {
            buf = UTF8ArrayToString(buf);
          }
          FS.close(stream);
          return buf;
        }, writeFile(path5, data, opts = {}) {
          opts.flags = opts.flags ?? 577;
          var stream = FS.open(path5, opts.flags, opts.mode);
          data = FS_fileDataToTypedArray(data);
          FS.write(stream, data, 0, data.byteLength, void 0, opts.canOwn);
          FS.close(stream);
        }, cwd: () => FS.currentPath, chdir(path5) {
          var lookup = FS.lookupPath(path5, { follow: true });
          if (lookup.node === null) {
            throw new FS.ErrnoError(44);
          }
          if (!FS.isDir(lookup.node.mode)) {
            throw new FS.ErrnoError(54);
          }
          var errCode = FS.nodePermissions(lookup.node, "x");
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          FS.currentPath = lookup.path;
        }, createDefaultDirectories() {
          FS.mkdir("/tmp");
          FS.mkdir("/home");
          FS.mkdir("/home/web_user");
        }, createDefaultDevices() {
          FS.mkdir("/dev");
          FS.registerDevice(FS.makedev(1, 3), { read: () => 0, write: (stream, buffer, offset, length, pos) => length, llseek: () => 0 });
          FS.mkdev("/dev/null", FS.makedev(1, 3));
          TTY.register(FS.makedev(5, 0), TTY.default_tty_ops);
          TTY.register(FS.makedev(6, 0), TTY.default_tty1_ops);
          FS.mkdev("/dev/tty", FS.makedev(5, 0));
          FS.mkdev("/dev/tty1", FS.makedev(6, 0));
          var randomBuffer = new Uint8Array(1024), randomLeft = 0;
          var randomByte = () => {
            if (randomLeft === 0) {
              randomFill(randomBuffer);
              randomLeft = randomBuffer.byteLength;
            }
            return randomBuffer[--randomLeft];
          };
          FS.createDevice("/dev", "random", randomByte);
          FS.createDevice("/dev", "urandom", randomByte);
          FS.mkdir("/dev/shm");
          FS.mkdir("/dev/shm/tmp");
        }, createSpecialDirectories() {
          FS.mkdir("/proc");
          var proc_self = FS.mkdir("/proc/self");
          FS.mkdir("/proc/self/fd");
          FS.mount({ mount() {
            var node = FS.createNode(proc_self, "fd", 16895, 73);
            node.stream_ops = { llseek: MEMFS.stream_ops.llseek };
            node.node_ops = { lookup(parent, name) {
              var fd = +name;
              var stream = FS.getStreamChecked(fd);
              var ret = { parent: null, mount: { mountpoint: "fake" }, node_ops: { readlink: () => stream.path }, id: fd + 1 };
              ret.parent = ret;
              return ret;
            }, readdir() {
              return Array.from(FS.streams.entries()).filter(([k, v]) => v).map(([k, v]) => k.toString());
            } };
            return node;
          } }, {}, "/proc/self/fd");
        }, createStandardStreams(input, output, error) {
          if (input) {
            FS.createDevice("/dev", "stdin", input);
          } else {
            FS.symlink("/dev/tty", "/dev/stdin");
          }
          if (output) {
            FS.createDevice("/dev", "stdout", null, output);
          } else {
            FS.symlink("/dev/tty", "/dev/stdout");
          }
          if (error) {
            FS.createDevice("/dev", "stderr", null, error);
          } else {
            FS.symlink("/dev/tty1", "/dev/stderr");
          }
          var stdin = FS.open("/dev/stdin", 0);
          var stdout = FS.open("/dev/stdout", 1);
          var stderr = FS.open("/dev/stderr", 1);
        }, staticInit() {
          FS.nameTable = new Array(4096);
          FS.mount(MEMFS, {}, "/");
          FS.createDefaultDirectories();
          FS.createDefaultDevices();
          FS.createSpecialDirectories();
          FS.filesystems = { MEMFS };
        }, init(input, output, error) {
          FS.initialized = true;
          input ??= Module["stdin"];
          output ??= Module["stdout"];
          error ??= Module["stderr"];
          FS.createStandardStreams(input, output, error);
        }, quit() {
          FS.initialized = false;
          for (var stream of FS.streams) {
            if (stream) {
              FS.close(stream);
            }
          }
        }, findObject(path5, dontResolveLastLink) {
          var ret = FS.analyzePath(path5, dontResolveLastLink);
          if (!ret.exists) {
            return null;
          }
          return ret.object;
        }, analyzePath(path5, dontResolveLastLink) {
          try {
            var lookup = FS.lookupPath(path5, { follow: !dontResolveLastLink });
            path5 = lookup.path;
          } catch (e) {
          }
          var ret = { isRoot: false, exists: false, error: 0, name: null, path: null, object: null, parentExists: false, parentPath: null, parentObject: null };
          try {
            var lookup = FS.lookupPath(path5, { parent: true });
            ret.parentExists = true;
            ret.parentPath = lookup.path;
            ret.parentObject = lookup.node;
            ret.name = PATH.basename(path5);
            lookup = FS.lookupPath(path5, { follow: !dontResolveLastLink });
            ret.exists = true;
            ret.path = lookup.path;
            ret.object = lookup.node;
            ret.name = lookup.node.name;
            ret.isRoot = lookup.path === "/";
          } catch (e) {
            ret.error = e.errno;
          }
          return ret;
        }, createPath(parent, path5, canRead, canWrite) {
          parent = typeof parent == "string" ? parent : FS.getPath(parent);
          var parts = path5.split("/").reverse();
          while (parts.length) {
            var part = parts.pop();
            if (!part) continue;
            var current = PATH.join2(parent, part);
            try {
              FS.mkdir(current);
            } catch (e) {
              if (e.errno != 20) throw e;
            }
            parent = current;
          }
          return current;
        }, createFile(parent, name, properties, canRead, canWrite) {
          var path5 = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
          var mode = FS_getMode(canRead, canWrite);
          return FS.create(path5, mode);
        }, createDataFile(parent, name, data, canRead, canWrite, canOwn) {
          var path5 = name;
          if (parent) {
            parent = typeof parent == "string" ? parent : FS.getPath(parent);
            path5 = name ? PATH.join2(parent, name) : parent;
          }
          var mode = FS_getMode(canRead, canWrite);
          var node = FS.create(path5, mode);
          if (data) {
            data = FS_fileDataToTypedArray(data);
            FS.chmod(node, mode | 146);
            var stream = FS.open(node, 577);
            FS.write(stream, data, 0, data.length, 0, canOwn);
            FS.close(stream);
            FS.chmod(node, mode);
          }
        }, createDevice(parent, name, input, output) {
          var path5 = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
          var mode = FS_getMode(!!input, !!output);
          FS.createDevice.major ??= 64;
          var dev = FS.makedev(FS.createDevice.major++, 0);
          FS.registerDevice(dev, { open(stream) {
            stream.seekable = false;
          }, close(stream) {
            if (output?.buffer?.length) {
              output(10);
            }
          }, read(stream, buffer, offset, length, pos) {
            var bytesRead = 0;
            for (var i = 0; i < length; i++) {
              var result;
              try {
                result = input();
              } catch (e) {
                throw new FS.ErrnoError(29);
              }
              if (result === void 0 && bytesRead === 0) {
                throw new FS.ErrnoError(6);
              }
              if (result === null || result === void 0) break;
              bytesRead++;
              buffer[offset + i] = result;
            }
            if (bytesRead) {
              stream.node.atime = Date.now();
            }
            return bytesRead;
          }, write(stream, buffer, offset, length, pos) {
            for (var i = 0; i < length; i++) {
              try {
                output(buffer[offset + i]);
              } catch (e) {
                throw new FS.ErrnoError(29);
              }
            }
            if (length) {
              stream.node.mtime = stream.node.ctime = Date.now();
            }
            return i;
          } });
          return FS.mkdev(path5, mode, dev);
        }, forceLoadFile(obj) {
          if (obj.isDevice || obj.isFolder || obj.link || obj.contents) return true;
          if (globalThis.XMLHttpRequest) {
            abort("Lazy loading should have been performed (contents set) in createLazyFile, but it was not. Lazy loading only works in web workers. Use --embed-file or --preload-file in emcc on the main thread.");
          } else {
            try {
              obj.contents = readBinary(obj.url);
            } catch (e) {
              throw new FS.ErrnoError(29);
            }
          }
        }, createLazyFile(parent, name, url, canRead, canWrite) {
          class LazyUint8Array {
            lengthKnown = false;
            chunks = [];
            get(idx) {
              if (idx > this.length - 1 || idx < 0) {
                return void 0;
              }
              var chunkOffset = idx % this.chunkSize;
              var chunkNum = idx / this.chunkSize | 0;
              return this.getter(chunkNum)[chunkOffset];
            }
            setDataGetter(getter) {
              this.getter = getter;
            }
            cacheLength() {
              var xhr = new XMLHttpRequest();
              xhr.open("HEAD", url, false);
              xhr.send(null);
              if (!(xhr.status >= 200 && xhr.status < 300 || xhr.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr.status);
              var datalength = Number(xhr.getResponseHeader("Content-length"));
              var header;
              var hasByteServing = (header = xhr.getResponseHeader("Accept-Ranges")) && header === "bytes";
              var usesGzip = (header = xhr.getResponseHeader("Content-Encoding")) && header === "gzip";
              var chunkSize = 1024 * 1024;
              if (!hasByteServing) chunkSize = datalength;
              var doXHR = (from, to) => {
                if (from > to) abort(`invalid range (${from}, ${to}) or no bytes requested!`);
                if (to > datalength - 1) abort(`only ${datalength} bytes available! programmer error!`);
                var xhr2 = new XMLHttpRequest();
                xhr2.open("GET", url, false);
                if (datalength !== chunkSize) xhr2.setRequestHeader("Range", "bytes=" + from + "-" + to);
                xhr2.responseType = "arraybuffer";
                if (xhr2.overrideMimeType) {
                  xhr2.overrideMimeType("text/plain; charset=x-user-defined");
                }
                xhr2.send(null);
                if (!(xhr2.status >= 200 && xhr2.status < 300 || xhr2.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr2.status);
                if (xhr2.response !== void 0) {
                  return new Uint8Array(xhr2.response || []);
                }
                return intArrayFromString(xhr2.responseText ?? "", true);
              };
              var lazyArray2 = this;
              lazyArray2.setDataGetter((chunkNum) => {
                var start = chunkNum * chunkSize;
                var end = (chunkNum + 1) * chunkSize - 1;
                end = Math.min(end, datalength - 1);
                if (typeof lazyArray2.chunks[chunkNum] == "undefined") {
                  lazyArray2.chunks[chunkNum] = doXHR(start, end);
                }
                if (typeof lazyArray2.chunks[chunkNum] == "undefined") abort("doXHR failed!");
                return lazyArray2.chunks[chunkNum];
              });
              if (usesGzip || !datalength) {
                chunkSize = datalength = 1;
                datalength = this.getter(0).length;
                chunkSize = datalength;
                out("LazyFiles on gzip forces download of the whole file when length is accessed");
              }
              this._length = datalength;
              this._chunkSize = chunkSize;
              this.lengthKnown = true;
            }
            get length() {
              if (!this.lengthKnown) {
                this.cacheLength();
              }
              return this._length;
            }
            get chunkSize() {
              if (!this.lengthKnown) {
                this.cacheLength();
              }
              return this._chunkSize;
            }
          }
          if (globalThis.XMLHttpRequest) {
            if (!ENVIRONMENT_IS_WORKER) abort("Cannot do synchronous binary XHRs outside webworkers in modern browsers. Use --embed-file or --preload-file in emcc");
            var lazyArray = new LazyUint8Array();
            var properties = { isDevice: false, contents: lazyArray };
          } else {
            var properties = { isDevice: false, url };
          }
          var node = FS.createFile(parent, name, properties, canRead, canWrite);
          if (properties.contents) {
            node.contents = properties.contents;
          } else if (properties.url) {
            node.contents = null;
            node.url = properties.url;
          }
          Object.defineProperties(node, { usedBytes: { get: function() {
            return this.contents.length;
          } } });
          var stream_ops = {};
          for (const [key, fn] of Object.entries(node.stream_ops)) {
            stream_ops[key] = (...args) => {
              FS.forceLoadFile(node);
              return fn(...args);
            };
          }
          function writeChunks(stream, buffer, offset, length, position) {
            var contents = stream.node.contents;
            if (position >= contents.length) return 0;
            var size = Math.min(contents.length - position, length);
            if (contents.slice) {
              for (var i = 0; i < size; i++) {
                buffer[offset + i] = contents[position + i];
              }
            } else {
              for (var i = 0; i < size; i++) {
                buffer[offset + i] = contents.get(position + i);
              }
            }
            return size;
          }
          stream_ops.read = (stream, buffer, offset, length, position) => {
            FS.forceLoadFile(node);
            return writeChunks(stream, buffer, offset, length, position);
          };
          stream_ops.mmap = (stream, length, position, prot, flags) => {
            FS.forceLoadFile(node);
            var ptr = mmapAlloc(length);
            if (!ptr) {
              throw new FS.ErrnoError(48);
            }
            writeChunks(stream, HEAP8, ptr, length, position);
            return { ptr, allocated: true };
          };
          node.stream_ops = stream_ops;
          return node;
        } };
        var SYSCALLS = { currentUmask: 18, calculateAt(dirfd, path5, allowEmpty) {
          if (PATH.isAbs(path5)) {
            return path5;
          }
          var dir;
          if (dirfd === -100) {
            dir = FS.cwd();
          } else {
            var dirstream = SYSCALLS.getStreamFromFD(dirfd);
            dir = dirstream.path;
          }
          if (path5.length == 0) {
            if (!allowEmpty) {
              throw new FS.ErrnoError(44);
            }
            return dir;
          }
          return dir + "/" + path5;
        }, writeStat(buf, stat2) {
          HEAPU32[buf >> 2] = stat2.dev;
          HEAPU32[buf + 4 >> 2] = stat2.mode;
          HEAPU32[buf + 8 >> 2] = stat2.nlink;
          HEAPU32[buf + 12 >> 2] = stat2.uid;
          HEAPU32[buf + 16 >> 2] = stat2.gid;
          HEAPU32[buf + 20 >> 2] = stat2.rdev;
          HEAP64[buf + 24 >> 3] = BigInt(stat2.size);
          HEAP32[buf + 32 >> 2] = 4096;
          HEAP32[buf + 36 >> 2] = stat2.blocks;
          var atime = stat2.atime.getTime();
          var mtime = stat2.mtime.getTime();
          var ctime = stat2.ctime.getTime();
          HEAP64[buf + 40 >> 3] = BigInt(Math.floor(atime / 1e3));
          HEAPU32[buf + 48 >> 2] = atime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 56 >> 3] = BigInt(Math.floor(mtime / 1e3));
          HEAPU32[buf + 64 >> 2] = mtime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 72 >> 3] = BigInt(Math.floor(ctime / 1e3));
          HEAPU32[buf + 80 >> 2] = ctime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 88 >> 3] = BigInt(stat2.ino);
          return 0;
        }, writeStatFs(buf, stats) {
          HEAPU32[buf + 4 >> 2] = stats.bsize;
          HEAPU32[buf + 60 >> 2] = stats.bsize;
          HEAP64[buf + 8 >> 3] = BigInt(stats.blocks);
          HEAP64[buf + 16 >> 3] = BigInt(stats.bfree);
          HEAP64[buf + 24 >> 3] = BigInt(stats.bavail);
          HEAP64[buf + 32 >> 3] = BigInt(stats.files);
          HEAP64[buf + 40 >> 3] = BigInt(stats.ffree);
          HEAPU32[buf + 48 >> 2] = stats.fsid;
          HEAPU32[buf + 64 >> 2] = stats.flags;
          HEAPU32[buf + 56 >> 2] = stats.namelen;
        }, doMsync(addr, stream, len, flags, offset) {
          if (!FS.isFile(stream.node.mode)) {
            throw new FS.ErrnoError(43);
          }
          if (flags & 2) {
            return 0;
          }
          var buffer = HEAPU8.subarray(addr, addr + len);
          FS.msync(stream, buffer, offset, len, flags);
        }, getStreamFromFD(fd) {
          var stream = FS.getStreamChecked(fd);
          return stream;
        }, varargs: void 0, getStr(ptr) {
          var ret = UTF8ToString(ptr);
          return ret;
        } };
        function _fd_close(fd) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            FS.close(stream);
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var doReadv = (stream, iov, iovcnt, offset) => {
          var ret = 0;
          for (var i = 0; i < iovcnt; i++) {
            var ptr = HEAPU32[iov >> 2];
            var len = HEAPU32[iov + 4 >> 2];
            iov += 8;
            try {
              var curr = FS.read(stream, HEAP8, ptr, len, offset);
            } catch (e) {
              if (ret > 0 && e instanceof FS.ErrnoError && (e.errno == 6 || e.errno == 6)) {
                break;
              }
              throw e;
            }
            if (curr < 0) return -1;
            ret += curr;
            if (curr < len) break;
            if (typeof offset != "undefined") {
              offset += curr;
            }
          }
          return ret;
        };
        function _fd_read(fd, iov, iovcnt, pnum) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            var num = doReadv(stream, iov, iovcnt);
            HEAPU32[pnum >> 2] = num;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var INT53_MAX = 9007199254740992;
        var INT53_MIN = -9007199254740992;
        var bigintToI53Checked = (num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num);
        function _fd_seek(fd, offset, whence, newOffset) {
          offset = bigintToI53Checked(offset);
          try {
            if (isNaN(offset)) return 22;
            var stream = SYSCALLS.getStreamFromFD(fd);
            FS.llseek(stream, offset, whence);
            HEAP64[newOffset >> 3] = BigInt(stream.position);
            if (stream.getdents && offset === 0 && whence === 0) stream.getdents = null;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var doWritev = (stream, iov, iovcnt, offset) => {
          if (iovcnt == 1) {
            return FS.write(stream, HEAP8, HEAPU32[iov >> 2], HEAPU32[iov + 4 >> 2], offset);
          }
          var total = 0;
          for (var i = 0, p = iov; i < iovcnt; i++, p += 8) {
            total += HEAPU32[p + 4 >> 2];
          }
          var view = new Uint8Array(total);
          var voff = 0;
          for (var i = 0; i < iovcnt; i++, iov += 8) {
            var ptr = HEAPU32[iov >> 2];
            var len = HEAPU32[iov + 4 >> 2];
            view.set(HEAPU8.subarray(ptr, ptr + len), voff);
            voff += len;
          }
          return FS.write(stream, view, 0, total, offset);
        };
        function _fd_write(fd, iov, iovcnt, pnum) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            var num = doWritev(stream, iov, iovcnt);
            HEAPU32[pnum >> 2] = num;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var wasmTableMirror = [];
        var getWasmTableEntry = (funcPtr) => {
          var func = wasmTableMirror[funcPtr];
          if (!func) {
            wasmTableMirror[funcPtr] = func = wasmTable.get(funcPtr);
          }
          return func;
        };
        var stringToUTF8 = (str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite);
        FS.createPreloadedFile = FS_createPreloadedFile;
        FS.preloadFile = FS_preloadFile;
        FS.staticInit();
        {
          if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
          if (Module["print"]) out = Module["print"];
          if (Module["printErr"]) err = Module["printErr"];
          if (Module["arguments"]) programArgs = Module["arguments"];
          if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
          var preInit = Module["preInit"];
          if (preInit) {
            if (typeof preInit == "function") Module["preInit"] = preInit = [preInit];
            while (preInit.length > 0) {
              preInit.shift()();
            }
          }
        }
        Module["getValue"] = getValue;
        Module["UTF8ToString"] = UTF8ToString;
        Module["stringToUTF8"] = stringToUTF8;
        Module["lengthBytesUTF8"] = lengthBytesUTF8;
        var _wasm_parse_query, _malloc, _free, _wasm_parse_query_raw, _wasm_free_parse_result, _wasm_parse_plpgsql, _wasm_fingerprint, _wasm_normalize_query, _wasm_parse_query_detailed, _wasm_free_detailed_result, _wasm_scan, _wasm_free_string, __emscripten_timeout, _setThrew, __emscripten_stack_restore, _emscripten_stack_get_current, memory, __indirect_function_table, wasmMemory, wasmTable;
        function assignWasmExports(wasmExports2) {
          _wasm_parse_query = Module["_wasm_parse_query"] = wasmExports2["B"];
          _malloc = Module["_malloc"] = wasmExports2["C"];
          _free = Module["_free"] = wasmExports2["E"];
          _wasm_parse_query_raw = Module["_wasm_parse_query_raw"] = wasmExports2["F"];
          _wasm_free_parse_result = Module["_wasm_free_parse_result"] = wasmExports2["G"];
          _wasm_parse_plpgsql = Module["_wasm_parse_plpgsql"] = wasmExports2["H"];
          _wasm_fingerprint = Module["_wasm_fingerprint"] = wasmExports2["I"];
          _wasm_normalize_query = Module["_wasm_normalize_query"] = wasmExports2["J"];
          _wasm_parse_query_detailed = Module["_wasm_parse_query_detailed"] = wasmExports2["K"];
          _wasm_free_detailed_result = Module["_wasm_free_detailed_result"] = wasmExports2["L"];
          _wasm_scan = Module["_wasm_scan"] = wasmExports2["M"];
          _wasm_free_string = Module["_wasm_free_string"] = wasmExports2["N"];
          __emscripten_timeout = wasmExports2["O"];
          _setThrew = wasmExports2["P"];
          __emscripten_stack_restore = wasmExports2["Q"];
          _emscripten_stack_get_current = wasmExports2["R"];
          memory = wasmMemory = wasmExports2["z"];
          __indirect_function_table = wasmTable = wasmExports2["D"];
        }
        var wasmImports = { c: ___assert_fail, x: __abort_js, w: __emscripten_runtime_keepalive_clear, p: __emscripten_throw_longjmp, o: __setitimer_js, q: _emscripten_resize_heap, m: _exit, u: _fd_close, r: _fd_read, s: _fd_seek, t: _fd_write, g: invoke_i, b: invoke_ii, a: invoke_iii, d: invoke_iiii, k: invoke_iiiii, l: invoke_ji, e: invoke_v, f: invoke_vi, h: invoke_vii, j: invoke_viii, i: invoke_viiii, y: invoke_viiiii, n: invoke_viiiiiiiiiiiii, v: _proc_exit };
        function invoke_iii(index, a1, a2) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1, a2);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_ii(index, a1) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_i(index) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)();
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_v(index) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)();
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_iiii(index, a1, a2, a3) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1, a2, a3);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_viiii(index, a1, a2, a3, a4) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2, a3, a4);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_viiiiiiiiiiiii(index, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_iiiii(index, a1, a2, a3, a4) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1, a2, a3, a4);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_viii(index, a1, a2, a3) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2, a3);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_vi(index, a1) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_vii(index, a1, a2) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_viiiii(index, a1, a2, a3, a4, a5) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2, a3, a4, a5);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_ji(index, a1) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
            return 0n;
          }
        }
        async function run2() {
          preRun();
          if (runDependencies) {
            await resolveRunDependencies();
          }
          var setStatus = Module["setStatus"];
          if (setStatus) {
            setStatus("Running...");
            await new Promise((resolve4) => setTimeout(resolve4, 1));
            setTimeout(setStatus, 1, "");
          }
          if (ABORT) return;
          initRuntime();
          Module["onRuntimeInitialized"]?.();
          postRun();
        }
        var wasmExports;
        wasmExports = await createWasm();
        await run2();
        ;
        return Module;
      };
    })();
    if (typeof exports2 === "object" && typeof module2 === "object") {
      module2.exports = PgQueryModule;
      module2.exports.default = PgQueryModule;
    } else if (typeof define === "function" && define["amd"]) define([], () => PgQueryModule);
  }
});

// node_modules/libpg-query/wasm/index.cjs
var require_wasm = __commonJS({
  "node_modules/libpg-query/wasm/index.cjs"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __exportStar = exports2 && exports2.__exportStar || function(m, exports3) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports3, p)) __createBinding(exports3, m, p);
    };
    var __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.scan = exports2.normalize = exports2.fingerprint = exports2.parsePlPgSQL = exports2.parse = exports2.SqlError = void 0;
    exports2.hasSqlDetails = hasSqlDetails;
    exports2.formatSqlError = formatSqlError;
    exports2.loadModule = loadModule;
    exports2.parseSync = parseSync;
    exports2.parsePlPgSQLSync = parsePlPgSQLSync;
    exports2.fingerprintSync = fingerprintSync;
    exports2.normalizeSync = normalizeSync;
    exports2.scanSync = scanSync;
    __exportStar(require_types2(), exports2);
    var SqlError = class extends Error {
      sqlDetails;
      constructor(message, details) {
        super(message);
        this.name = "SqlError";
        this.sqlDetails = details;
      }
    };
    exports2.SqlError = SqlError;
    function hasSqlDetails(error) {
      return error instanceof SqlError && error.sqlDetails !== void 0;
    }
    function formatSqlError(error, query, options = {}) {
      const { showPosition = true, showQuery = true, color = false, maxQueryLength } = options;
      const lines = [];
      const red = color ? "\x1B[31m" : "";
      const yellow = color ? "\x1B[33m" : "";
      const reset = color ? "\x1B[0m" : "";
      lines.push(`${red}Error: ${error.message}${reset}`);
      if (error.sqlDetails) {
        const { cursorPosition, fileName, functionName, lineNumber } = error.sqlDetails;
        if (cursorPosition !== void 0 && cursorPosition >= 0) {
          lines.push(`Position: ${cursorPosition}`);
        }
        if (fileName || functionName || lineNumber) {
          const details = [];
          if (fileName)
            details.push(`file: ${fileName}`);
          if (functionName)
            details.push(`function: ${functionName}`);
          if (lineNumber)
            details.push(`line: ${lineNumber}`);
          lines.push(`Source: ${details.join(", ")}`);
        }
        if (showQuery && showPosition && cursorPosition !== void 0 && cursorPosition >= 0) {
          let displayQuery = query;
          let adjustedPosition = cursorPosition;
          if (maxQueryLength && query.length > maxQueryLength) {
            const start = Math.max(0, cursorPosition - Math.floor(maxQueryLength / 2));
            const end = Math.min(query.length, start + maxQueryLength);
            displayQuery = (start > 0 ? "..." : "") + query.substring(start, end) + (end < query.length ? "..." : "");
            adjustedPosition = cursorPosition - start + (start > 0 ? 3 : 0);
          }
          lines.push(displayQuery);
          lines.push(" ".repeat(adjustedPosition) + `${yellow}^${reset}`);
        }
      } else if (showQuery) {
        let displayQuery = query;
        if (maxQueryLength && query.length > maxQueryLength) {
          displayQuery = query.substring(0, maxQueryLength) + "...";
        }
        lines.push(`Query: ${displayQuery}`);
      }
      return lines.join("\n");
    }
    var libpg_query_js_1 = __importDefault(require_libpg_query());
    var wasmModule;
    var initPromise = (0, libpg_query_js_1.default)().then((module3) => {
      wasmModule = module3;
    });
    function ensureLoaded() {
      if (!wasmModule)
        throw new Error("WASM module not initialized. Call `loadModule()` first.");
    }
    async function loadModule() {
      if (!wasmModule) {
        await initPromise;
      }
    }
    function awaitInit(fn) {
      return (async (...args) => {
        await initPromise;
        return fn(...args);
      });
    }
    function stringToPtr(str) {
      ensureLoaded();
      if (typeof str !== "string") {
        throw new TypeError(`Expected a string, got ${typeof str}`);
      }
      const len = wasmModule.lengthBytesUTF8(str) + 1;
      const ptr = wasmModule._malloc(len);
      try {
        wasmModule.stringToUTF8(str, ptr, len);
        return ptr;
      } catch (error) {
        wasmModule._free(ptr);
        throw error;
      }
    }
    function ptrToString(ptr) {
      ensureLoaded();
      if (typeof ptr !== "number") {
        throw new TypeError(`Expected a number, got ${typeof ptr}`);
      }
      return wasmModule.UTF8ToString(ptr);
    }
    exports2.parse = awaitInit(async (query) => {
      if (query === null || query === void 0) {
        throw new Error("Query cannot be null or undefined");
      }
      if (query === "") {
        throw new Error("Query cannot be empty");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_parse_query_raw(queryPtr);
        if (!resultPtr) {
          throw new Error("Failed to parse query: memory allocation failed");
        }
        const parseTreePtr = wasmModule.getValue(resultPtr, "i32");
        const stderrBufferPtr = wasmModule.getValue(resultPtr + 4, "i32");
        const errorPtr = wasmModule.getValue(resultPtr + 8, "i32");
        if (errorPtr) {
          const messagePtr = wasmModule.getValue(errorPtr, "i32");
          const funcnamePtr = wasmModule.getValue(errorPtr + 4, "i32");
          const filenamePtr = wasmModule.getValue(errorPtr + 8, "i32");
          const lineno = wasmModule.getValue(errorPtr + 12, "i32");
          const cursorpos = wasmModule.getValue(errorPtr + 16, "i32");
          const message = messagePtr ? wasmModule.UTF8ToString(messagePtr) : "Unknown error";
          const funcname = funcnamePtr ? wasmModule.UTF8ToString(funcnamePtr) : void 0;
          const filename = filenamePtr ? wasmModule.UTF8ToString(filenamePtr) : void 0;
          throw new SqlError(message, {
            message,
            cursorPosition: cursorpos > 0 ? cursorpos - 1 : 0,
            // Convert to 0-based
            fileName: filename,
            functionName: funcname,
            lineNumber: lineno > 0 ? lineno : void 0
          });
        }
        if (!parseTreePtr) {
          throw new Error("No parse tree generated");
        }
        const parseTreeStr = wasmModule.UTF8ToString(parseTreePtr);
        return JSON.parse(parseTreeStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_parse_result(resultPtr);
        }
      }
    });
    exports2.parsePlPgSQL = awaitInit(async (query) => {
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_parse_plpgsql(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (!resultStr.startsWith("{")) {
          throw new Error(resultStr);
        }
        return JSON.parse(resultStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    });
    exports2.fingerprint = awaitInit(async (query) => {
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_fingerprint(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return resultStr;
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    });
    exports2.normalize = awaitInit(async (query) => {
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_normalize_query(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return resultStr;
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    });
    function parseSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      if (query === null || query === void 0) {
        throw new Error("Query cannot be null or undefined");
      }
      if (query === "") {
        throw new Error("Query cannot be empty");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_parse_query_raw(queryPtr);
        if (!resultPtr) {
          throw new Error("Failed to parse query: memory allocation failed");
        }
        const parseTreePtr = wasmModule.getValue(resultPtr, "i32");
        const stderrBufferPtr = wasmModule.getValue(resultPtr + 4, "i32");
        const errorPtr = wasmModule.getValue(resultPtr + 8, "i32");
        if (errorPtr) {
          const messagePtr = wasmModule.getValue(errorPtr, "i32");
          const funcnamePtr = wasmModule.getValue(errorPtr + 4, "i32");
          const filenamePtr = wasmModule.getValue(errorPtr + 8, "i32");
          const lineno = wasmModule.getValue(errorPtr + 12, "i32");
          const cursorpos = wasmModule.getValue(errorPtr + 16, "i32");
          const message = messagePtr ? wasmModule.UTF8ToString(messagePtr) : "Unknown error";
          const funcname = funcnamePtr ? wasmModule.UTF8ToString(funcnamePtr) : void 0;
          const filename = filenamePtr ? wasmModule.UTF8ToString(filenamePtr) : void 0;
          throw new SqlError(message, {
            message,
            cursorPosition: cursorpos > 0 ? cursorpos - 1 : 0,
            // Convert to 0-based
            fileName: filename,
            functionName: funcname,
            lineNumber: lineno > 0 ? lineno : void 0
          });
        }
        if (!parseTreePtr) {
          throw new Error("No parse tree generated");
        }
        const parseTreeStr = wasmModule.UTF8ToString(parseTreePtr);
        return JSON.parse(parseTreeStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_parse_result(resultPtr);
        }
      }
    }
    function parsePlPgSQLSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_parse_plpgsql(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (!resultStr.startsWith("{")) {
          throw new Error(resultStr);
        }
        return JSON.parse(resultStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    }
    function fingerprintSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_fingerprint(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return resultStr;
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    }
    function normalizeSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_normalize_query(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return resultStr;
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    }
    exports2.scan = awaitInit(async (query) => {
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_scan(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return JSON.parse(resultStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    });
    function scanSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_scan(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return JSON.parse(resultStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    }
  }
});

// actions/migrate/migrations/sql.ts
async function inspectSql(scripts) {
  if (scripts.length === 0) return [];
  const parser = await Promise.resolve().then(() => __toESM(require_wasm(), 1));
  await parser.loadModule();
  const created = /* @__PURE__ */ new Set();
  return scripts.map((script) => {
    if (script.trim() === "") return [];
    let parsed;
    try {
      parsed = parser.parseSync(script);
    } catch (error) {
      const at2 = error.sqlDetails?.cursorPosition ?? 0;
      const message = `This migration was not checked completely, because PostgreSQL's parser cannot read it: ${error.message}.`;
      return [
        { rule: "unreadable", message, line: lineAt(Buffer.from(script), at2) },
        ...inspectReadable(script, created, parser)
      ];
    }
    const bytes = Buffer.from(script);
    const statements = parsed.stmts ?? [];
    const createdAfter = recreations(statements.map(({ stmt }) => stmt));
    return statements.flatMap(({ stmt, stmt_location: start = 0, stmt_len: length }, i) => {
      const findings = inspect(stmt, { created, createdLater: createdAfter(i) }, parser);
      if (findings.length === 0) return [];
      const line = lineAt(bytes, start + leading(bytes, start, length ?? bytes.length));
      return findings.map((one) => ({ ...one, line }));
    });
  });
}
function inspectReadable(script, created, parser) {
  const bytes = Buffer.from(asPostgres(script));
  const ends = endsOf(bytes, parser);
  const scope = { created, createdLater: () => false };
  return [...ends, bytes.length].flatMap((end, i) => {
    const start = i === 0 ? 0 : ends[i - 1];
    const findings = inspectQuery(bytes.subarray(start, end).toString(), scope, parser);
    if (findings.length === 0) return [];
    const line = lineAt(bytes, start + leading(bytes, start, end - start));
    return findings.map((one) => ({ ...one, line, lenient: true }));
  });
}
function endsOf(bytes, parser) {
  try {
    return parser.scanSync(bytes.toString()).tokens.flatMap(({ text, end }) => text === ";" ? [end] : []);
  } catch {
    return [];
  }
}
function inspect(stmt, scope, parser) {
  const { created } = scope;
  const [kind, value] = Object.entries(stmt)[0] ?? [];
  const fields = value ?? {};
  switch (kind) {
    case "CreateStmt":
    case "CreateTableAsStmt":
      created.add(relation(fields.relation ?? fields.into?.rel));
      return [];
    case "DropStmt":
      return drop(fields, scope);
    case "DropdbStmt":
    case "DropOwnedStmt":
      return [{ rule: "destructive", message: "DROP DATABASE and DROP OWNED destroy everything in them." }];
    case "TruncateStmt":
      return fields.relations.map((entry2) => relation(entry2.RangeVar)).filter((table) => !created.has(table)).map((table) => ({ rule: "destructive", message: `TRUNCATE destroys all rows of ${table}.` }));
    case "RenameStmt": {
      const table = relation(fields.relation);
      if (created.has(table) || UNUSED_NAMES.has(String(fields.renameType))) return [];
      const what = fields.subname ?? (table || nameOf(fields.object ?? {}));
      return [
        {
          rule: "incompatible",
          message: `Renaming ${what} is incompatible with the running version and with versions before it.`
        }
      ];
    }
    case "IndexStmt": {
      const table = relation(fields.relation);
      if (fields.concurrent || created.has(table)) return [];
      return [
        {
          rule: "locking",
          message: `CREATE INDEX blocks writes to ${table} until it is built. Write CREATE INDEX CONCURRENTLY, alone in its migration.`
        }
      ];
    }
    case "AlterTableStmt": {
      const table = relation(fields.relation);
      if (created.has(table)) return [];
      return fields.cmds.flatMap((entry2) => {
        const command = entry2.AlterTableCmd;
        return [...alter(command, table), ...leniently(cautionOfAlter(command, table))];
      });
    }
    case "DoStmt":
      return inspectBlock(stmt, scope, parser);
    default: {
      const table = relation(fields.relation);
      return created.has(table) ? [] : leniently(cautionOf(String(kind), fields, table));
    }
  }
}
function drop(fields, { created, createdLater }) {
  const type = String(fields.removeType).replace("OBJECT_", "");
  const names = fields.objects.filter((object) => !createdLater(droppedBy(type, object))).map(nameOf).filter((name) => !created.has(name));
  if (names.length === 0) return [];
  const what = `DROP ${type.replace("MATVIEW", "MATERIALIZED VIEW").replaceAll("_", " ")} ${names.join(", ")}`;
  if (HOLDS_DATA.has(type)) return [{ rule: "destructive", message: `${what} destroys data.` }];
  if (type === "INDEX")
    return fields.concurrent ? [] : [
      {
        rule: "locking",
        message: `${what} takes an ACCESS EXCLUSIVE lock that blocks reads and writes of its table. Write DROP INDEX CONCURRENTLY.`
      }
    ];
  return [
    { rule: "incompatible", message: `${what} is incompatible with the running version, which may still use it.` }
  ];
}
function alter(command, table) {
  const column = `${table}.${command.name}`;
  switch (command.subtype) {
    case "AT_DropColumn":
      return [{ rule: "destructive", message: `DROP COLUMN destroys the data in ${column}.` }];
    case "AT_AlterColumnType":
      return [
        {
          rule: "locking",
          message: `ALTER COLUMN TYPE takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}, and may lose digits of ${column}.`
        }
      ];
    case "AT_SetNotNull":
      return [
        {
          rule: "locking",
          message: `SET NOT NULL takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it reads ${table}, and fails on a row without ${column}. Add a CHECK \u2026 NOT VALID and validate it first.`
        }
      ];
    case "AT_AddColumn":
      return addColumn(command.def.ColumnDef, table);
    default:
      return [];
  }
}
function addColumn(column, table) {
  const kinds = (column.constraints ?? []).map((entry2) => String(entry2.Constraint.contype));
  const type = nameOf({ List: { items: column.typeName.names } }).split(".").at(-1) ?? "";
  const brings = kinds.some((kind) => ["CONSTR_DEFAULT", "CONSTR_IDENTITY", "CONSTR_GENERATED"].includes(kind)) || /^(small|big)?serial$/.test(type);
  const must = kinds.some((kind) => kind === "CONSTR_NOTNULL" || kind === "CONSTR_PRIMARY");
  if (!must || brings) return [];
  return [
    {
      rule: "incompatible",
      message: `NOT NULL without a default: ${table}.${column.colname} makes the inserts of older code fail, and this statement too if ${table} has a row.`
    }
  ];
}
function inspectBlock(stmt, scope, parser) {
  const [body] = (stmt.DoStmt.args ?? []).map((entry2) => entry2.DefElem).flatMap(({ defname, arg }) => defname === "as" ? [arg.String.sval] : []);
  const quoted = `DO $orchestra$${String(body)}$orchestra$`;
  try {
    const block = parser.parsePlPgSQLSync(quoted);
    const found2 = queriesOf(block).flatMap((query) => inspectQuery(query, scope, parser));
    const dynamic = dynamicSqlOf(block, parser);
    const written = dynamic.flatMap(({ text }) => text === void 0 ? [] : inspectQuery(text, scope, parser)).map((one) => ({ ...one, lenient: true }));
    const unknown = dynamic.every(({ known }) => known) ? [] : [{ rule: "dynamic", message: DYNAMIC, lenient: true }];
    return [...found2, ...written, ...unknown];
  } catch {
    return [
      {
        rule: "unreadable",
        message: "This DO block was not checked, because it is not readable PL/pgSQL."
      }
    ];
  }
}
function inspectQuery(query, scope, parser) {
  try {
    return (parser.parseSync(query).stmts ?? []).flatMap(({ stmt }) => inspect(stmt, scope, parser));
  } catch {
    return [];
  }
}
function queriesOf(tree) {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(
    ([key, value]) => key === "query" && typeof value === "string" ? [value] : queriesOf(value)
  );
}
function nameOf(node) {
  const [kind, value] = Object.entries(node)[0] ?? [];
  const fields = value ?? {};
  if (kind === "String") return String(fields.sval);
  if (kind === "List") return fields.items.map(nameOf).join(".");
  if (kind === "TypeName") return fields.names.map(nameOf).join(".");
  if (kind === "ObjectWithArgs") return fields.objname.map(nameOf).join(".");
  return "";
}
function leading(bytes, start, length) {
  const text = bytes.subarray(start, start + length).toString("latin1");
  return /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
}
function lineAt(bytes, offset) {
  let line = 1;
  for (let i = 0; i < Math.min(offset, bytes.length); i++) if (bytes[i] === 10) line++;
  return line;
}
var asPostgres, UNUSED_NAMES, leniently, HOLDS_DATA, DYNAMIC, relation;
var init_sql = __esm({
  "actions/migrate/migrations/sql.ts"() {
    "use strict";
    init_dynamic_sql();
    init_recreated();
    init_sql_cautions();
    asPostgres = (script) => script.replaceAll("`", '"').replaceAll(/^[ \t]*(?:[\\#]|\{\{).*$/gm, (line) => " ".repeat(line.length)).replaceAll(/\$\{\w+\}/g, (name) => name.replaceAll(/\W/g, "_"));
    UNUSED_NAMES = new Set(["INDEX", "TABCONSTRAINT", "TRIGGER", "POLICY", "RULE"].map((type) => `OBJECT_${type}`));
    leniently = (caution) => caution ? [{ ...caution, lenient: true }] : [];
    HOLDS_DATA = /* @__PURE__ */ new Set(["TABLE", "SCHEMA", "MATVIEW", "SEQUENCE", "FOREIGN_TABLE", "TYPE", "DOMAIN", "EXTENSION"]);
    DYNAMIC = "This DO block runs dynamic SQL (EXECUTE) with parts that are only known when it runs, so they were not checked. Make sure that it destroys no data and is compatible with the running version.";
    relation = (fields) => [fields?.schemaname, fields?.relname].filter(Boolean).join(".");
  }
});

// actions/migrate/migrations/check-migrations.ts
async function checkMigrations(inputs, context, known) {
  const migrations = listMigrations(inputs, known);
  const contracting = inputs.contracting || (migrations?.contracting ?? false);
  if (inputs.beforeCanary && contracting)
    throw new import_errors8.InputError([
      {
        subject: inputs.contracting ? "Input contracting" : "Input migrations",
        message: "the migration is incompatible with older code, and old revisions serve until the canary that follows has all traffic. No migration ran. Deploy the new code first; put the contracting migration into a later commit, which deploys without timed steps."
      }
    ]);
  if (!migrations) return void 0;
  warnOfOtherCheckout(inputs.commit, context.github, context.log);
  const { fresh, late, doubtful, twice, unversioned } = migrations;
  if (unversioned.length > 0)
    context.log.warning(
      `Input migrations: not checked, because their names do not begin with a version such as 000007_ or V7__: ${unversioned.join(", ")}. Rename those that are migrations, and move the others out of the folder.`
    );
  for (const files of twice)
    context.log.warning(
      `${files.join(" and ")} have the same version. Migration tools refuse that, or skip all but one. Use a different version for each file.`,
      { file: files.at(-1) ?? "" }
    );
  const { outOfOrder } = inputs;
  const problems = [];
  for (const { file, message } of outOfOrder === "allow" ? [] : namedOutOfOrder(late, doubtful, known.version)) {
    if (outOfOrder === "refuse")
      problems.push({ subject: "out-of-order", message: `${message} ${REFUSED}`, location: { file } });
    else context.log.warning(message, { file });
  }
  const strict = outOfOrder === "allow" ? [...late, ...fresh] : fresh;
  const lenient = outOfOrder === "allow" ? [] : late;
  for (const { file, finding, reason } of await inspect2(strict)) {
    const location = { file, line: finding.line };
    if (finding.rule === "unreadable" || finding.lenient && !reason) context.log.warning(finding.message, location);
    else if (reason) context.log.notice(`${finding.message} Marked as safe: ${reason}`, location);
    else problems.push(toProblem(finding, location));
  }
  for (const { file, finding, reason } of [...await inspect2(lenient), ...await inspect2(doubtful)])
    if (finding.rule !== "unreadable" && !reason)
      context.log.warning(`${finding.rule}: ${finding.message}`, { file, line: finding.line });
  if (problems.length > 0) throw new import_errors8.PolicyError(problems);
  return migrations;
}
async function inspect2(migrations) {
  const reports = await inspectSql(migrations.map(({ text }) => text));
  return migrations.flatMap(
    ({ file, text }, i) => (reports[i] ?? []).map((finding) => ({ file, finding, reason: safeReason(text) }))
  );
}
function namedOutOfOrder(late, doubtful, version) {
  const messages = late.map(({ file }) => ({
    file,
    message: `The migration ${file} is numbered below version ${version}, which the schema has, and was added later. Many migration tools skip such a file silently.`
  }));
  const [first] = doubtful;
  if (!first) return messages;
  const names = doubtful.slice(-NAMED_AT_MOST).map(({ file }) => file);
  const more = doubtful.length > names.length ? ` and ${doubtful.length - names.length} more` : "";
  return [
    ...messages,
    {
      file: first.file,
      message: `It is not recorded whether these migrations, numbered below version ${version} of the schema, were there when it was reached: ${names.join(", ")}${more}. One that was added later may have been skipped. This run records the files, so that later runs can tell.`
    }
  ];
}
var import_errors8, REFUSED, NAMED_AT_MOST, safeReason, toProblem;
var init_check_migrations = __esm({
  "actions/migrate/migrations/check-migrations.ts"() {
    "use strict";
    init_checkout();
    import_errors8 = __toESM(require_errors(), 1);
    init_read_migrations();
    init_sql();
    REFUSED = "Use a number above that version, or set out-of-order: allow if your migration tool applies such files.";
    NAMED_AT_MOST = 10;
    safeReason = (text) => /^\s*--\s*orchestra:safe[ \t]+(\S.*)$/m.exec(text)?.[1]?.trim();
    toProblem = ({ rule, message }, location) => ({
      subject: rule,
      message: `${message} If it is safe, say why in the file: "-- orchestra:safe REASON"; if older code needs what is removed, add "-- orchestra:contracting".`,
      location
    });
  }
});

// actions/migrate/migrations/status-lists.ts
function appliedIn(lines) {
  for (const { heading, row } of LISTS) {
    const rows = lines.flatMap((line) => {
      const groups = row.exec(line)?.groups;
      return groups ? [groups] : [];
    });
    if (rows.length === 0 || heading && !lines.some((line) => heading.test(line))) continue;
    return rows.flatMap(({ applied, version = "" }) => applied ? [version.replaceAll(/\D/g, "")] : []);
  }
  return void 0;
}
var LISTS;
var init_status_lists = __esm({
  "actions/migrate/migrations/status-lists.ts"() {
    "use strict";
    LISTS = [
      // `sqlx migrate info` (https://github.com/launchbadge/sqlx/blob/main/sqlx-cli/src/migrate.rs)
      { row: /^(?<version>\d+)\/(?:(?<applied>installed(?: \(different checksum\))?)|pending) / },
      // `diesel migration list` (https://github.com/diesel-rs/diesel/blob/main/diesel_cli/src/migrations/mod.rs)
      { heading: /^Migrations:$/, row: /^ {2}\[(?:(?<applied>X)| )\] (?<version>\d[\d-]*)(?:_|$)/ },
      // `sequelize db:migrate:status` (https://github.com/sequelize/cli/blob/main/src/commands/migrate.js)
      { heading: /^Sequelize CLI \[/, row: /^(?:(?<applied>up)|down) (?<version>\d+)[-_.]\S*$/ },
      // `typeorm migration:show` (https://github.com/typeorm/typeorm/blob/master/src/migration/MigrationExecutor.ts)
      { row: /^\s*\[(?:(?<applied>X)\] (?:\d+ )?| \] )[A-Za-z_$][\w$]*?(?<version>\d{13})$/ },
      // `hasura migrate status` (https://hasura.io/docs/2.0/hasura-cli/commands/hasura_migrate_status/)
      {
        heading: /^VERSION\s+NAME\s+SOURCE STATUS\s+DATABASE STATUS$/,
        row: /^(?<version>\d+)\s.*(?:Not Present|\s(?<!\bNot )(?<applied>Present))$/
      },
      // SeaORM (https://github.com/SeaQL/sea-orm/blob/master/sea-orm-migration/src/migrator.rs)
      { row: /(?:^|\s)Migration 'm(?<version>\d{8}_\d{6})\w*'\.\.\. (?:(?<applied>Applied)|Pending)$/ },
      // MyBatis Migrations (https://mybatis.org/migrations/status.html)
      {
        heading: /^ID\s+Applied At\s+Description$/,
        row: /^(?<version>\d+)\s+(?:\.\.\.pending\.\.\.|(?<applied>\d{4}-\d{2}-\d{2} [\d:]{8}))\s/
      },
      // Laravel's `artisan migrate:status` (https://laravel.com/docs/12.x/migrations#running-migrations)
      { row: /^\s*(?<version>\d{4}_\d{2}_\d{2}_\d{6})_\S+ \.+ (?:(?<applied>\[\d+\] Ran)|Pending)$/ }
    ];
  }
});

// actions/migrate/migrations/status-formats.ts
function railsVersion(lines) {
  const [version] = found(lines, /^Current version: (\d+)$/).at(-1) ?? [];
  if (version !== void 0) return highest([version]);
  if (!lines.some((line) => /^\s*Status\s+Migration ID\s+Migration Name$/.test(line))) return void 0;
  return highest(found(lines, /^\s*up\s+(\d+)\s+\S/).flat());
}
function namesAfter(lines, heading) {
  const start = lines.findIndex((line) => heading.test(line));
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== "" && !/^\d+_\S+$/.test(line.trim()));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => line.trim() !== "").length;
}
function statusOf(output) {
  const lines = output.flatMap((line) => line.replace(CONTROLS, "").split(/\r?\n/)).map((line) => line.replace(LEVEL, "").trimEnd());
  for (const format of FORMATS) {
    const status = format(lines);
    if (status) return status;
  }
  return void 0;
}
var import_node_crypto3, at, NOTHING, found, highest, goose, atlas, flyway, dbmate, alembic, rails, prisma, django, liquibase, golangMigrate, knex, tern, lists, FORMATS, CONTROLS, LEVEL;
var init_status_formats = __esm({
  "actions/migrate/migrations/status-formats.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    init_status_lists();
    at = (version, dirty = false) => ({ version, dirty });
    NOTHING = "0";
    found = (lines, pattern) => lines.flatMap((line) => {
      const match = pattern.exec(line);
      return match ? [match.slice(1).map((group) => group ?? "")] : [];
    });
    highest = (versions) => String(
      versions.map(BigInt).sort((a, b) => a < b ? -1 : 1).at(-1) ?? 0
    );
    goose = (lines) => {
      const [version] = found(
        lines,
        /(?:^|\s)goose: (?:version |no migrations to run\. current version: |successfully migrated database to version: )(\d+)$/
      ).at(-1) ?? [];
      if (version !== void 0) return at(highest([version]));
      if (!lines.some((line) => /Applied At\s+Migration$/.test(line))) return void 0;
      const rows = found(lines, /(Pending|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ [\d:]{8} \d{4})\s+-- (\d+)_?\S*\.(?:sql|go)$/);
      return at(highest(rows.flatMap(([when, number = ""]) => when === "Pending" ? [] : [number])));
    };
    atlas = (lines) => {
      if (!lines.some((line) => /^Migration Status:/.test(line))) return void 0;
      const [current] = found(lines, /-- Current Version:\s+(\S.*?)(?: \(\d+ statements? applied\))?$/).at(-1) ?? [];
      if (current === void 0) return void 0;
      const failed = lines.some((line) => /^Last migration attempt had errors:/.test(line));
      return at(/^No migration/i.test(current) ? NOTHING : current, failed);
    };
    flyway = (lines) => {
      const known = found(lines, /^(?:Schema version|Current version of schema (?:"[^"]*"|\S+)): (\S.*)$/);
      const reached = found(lines, /^Successfully applied \d+ migrations? .*, now at version v(\S+) \(/);
      const [version] = (reached.length > 0 ? reached : known).at(-1) ?? [];
      if (version === void 0) return void 0;
      const failed = lines.some((line) => /^\|.*\|\s*Failed(?: \(\w+\))?\s*\|/.test(line));
      return at(version.includes("Empty Schema") || version === "null" ? NOTHING : version, failed);
    };
    dbmate = (lines) => {
      const rows = found(lines, /^\[([X ])\] (\d+)\S*\.sql$/);
      if (rows.length === 0 && !lines.some((line) => /^Applied: 0$/.test(line))) return void 0;
      return at(highest(rows.flatMap(([mark, number = ""]) => mark === "X" ? [number] : [])));
    };
    alembic = (lines) => {
      const known = lines.some((line) => line.includes("[alembic.runtime.migration]"));
      const marked = found(lines, /^(?:Rev: )?([\w-]+) \((?:(?:effective )?head|branchpoint|mergepoint)\)/).flat();
      const bare = found(lines, known ? /^(\w{4,40})$/ : /^([0-9a-f]{12})$/).flat();
      const revisions = marked.length > 0 ? marked : bare.filter((one) => known || /[a-f]/.test(one));
      if (revisions.length > 0) return at([...new Set(revisions)].sort().join(" "));
      return known ? at("base") : void 0;
    };
    rails = (lines) => {
      if (lines.includes("Schema migrations table does not exist yet.")) return at(NOTHING);
      const starts = lines.flatMap((line, i) => line.startsWith("database: ") ? [i] : []);
      const databases = [0, ...starts].flatMap((start, i) => {
        const version = railsVersion(lines.slice(start, starts[i]));
        return version === void 0 ? [] : [{ name: lines[start]?.replace("database: ", ""), version }];
      });
      if (databases.length < 2) return databases[0] && at(databases[0].version);
      return at(databases.map(({ name, version }) => `${name} ${version}`).join(", "));
    };
    prisma = (lines) => {
      const [total] = found(lines, /^(\d+|No) migrations? found in /).at(-1) ?? [];
      if (total === void 0) return void 0;
      const failed = lines.some((line) => /^Following migrations? have failed/.test(line));
      if (lines.includes("The current database is not managed by Prisma Migrate.")) return at(NOTHING, failed);
      const missing = namesAfter(lines, /^(?:Following|The) migrations? have not yet been applied:$/);
      const elsewhere = namesAfter(lines, /^The migrations? from the database are not found locally /);
      return at(String(Math.max(0, (total === "No" ? 0 : Number(total)) - missing + elsewhere)), failed);
    };
    django = (lines) => {
      const rows = [];
      let app = "";
      for (const line of lines) {
        const [, mark = "", planned, name = ""] = /^\s*\[([X -])\]\s+(?:(\w+)\.)?(\d\w*)(?: (?:\(|Run |\.\.\. \().*)?$/.exec(line) ?? [];
        if (name !== "") rows.push({ app: planned ?? app, name, applied: mark === "X" });
        else if (/^\w+$/.test(line)) app = line;
      }
      if (rows.length === 0 || rows.some((row) => row.app === "")) return void 0;
      const applied = rows.filter((row) => row.applied).map((row) => `${row.app}.${row.name}`);
      if (applied.length === 0) return at(NOTHING);
      if (new Set(rows.map((row) => row.app)).size === 1) return at(applied.at(-1)?.split(".")[1] ?? NOTHING);
      const hash2 = (0, import_node_crypto3.createHash)("sha256").update(applied.sort().join("\n")).digest("hex");
      return at(`${applied.length} migrations, ${hash2.slice(0, 12)}`);
    };
    liquibase = (lines) => {
      if (lines.some((line) => /^Liquibase History for /.test(line))) {
        const table = found(lines, /^\|\s*\d*\s*\|[^|]*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|/);
        const [row] = [
          ...table,
          ...found(lines, /^\s+(\S.*?)::(.*?)::(.*?)$/).map(([path6, id2, who]) => [path6, who, id2])
        ].slice(-1);
        const [path5 = "", author = "", id = ""] = row ?? [];
        return row ? at(`${path5}::${id}::${author}`) : at(NOTHING);
      }
      const [missing] = found(lines, /^(\d+) change ?sets? ha(?:s|ve) not been applied to /i).at(-1) ?? [];
      if (missing !== void 0) return at(missing === "0" ? "up to date" : `${missing} changesets behind`);
      return lines.some((line) => /^\S+@jdbc:\S+ is up to date$/.test(line)) ? at("up to date") : void 0;
    };
    golangMigrate = (lines) => {
      const filled = lines.filter((line) => line.trim() !== "");
      const last = filled.at(-1)?.trim() ?? "";
      if (/^(?:error: )?no migration$/.test(last)) return at(NOTHING);
      const [, version, dirty] = /^(\d+)( \(dirty\))?$/.exec(last) ?? [];
      if (version === void 0 || /[:=]$/.test(filled.at(-2)?.trim() ?? "")) return void 0;
      return at(version, dirty !== void 0);
    };
    knex = (lines) => {
      const [version] = found(lines, /^Current Version: (\d+|none)$/).at(-1) ?? [];
      if (version !== void 0) return at(version === "none" ? NOTHING : highest([version]));
      if (lines.includes("No Completed Migration files Found.")) return at(NOTHING);
      const start = lines.findIndex((line) => /^Found \d+ Completed Migration file/.test(line));
      if (start < 0) return void 0;
      const end = lines.findIndex((line, i) => i > start && / Pending Migration file/.test(line));
      const names = found(lines.slice(start + 1, end < 0 ? void 0 : end), /^(\d+)_?\S*\s*$/).flat();
      return names.length > 0 ? at(highest(names)) : void 0;
    };
    tern = (lines) => {
      const [version] = found(lines, /^version: +(\d+) of \d+$/).at(-1) ?? [];
      return version === void 0 ? void 0 : at(highest([version]));
    };
    lists = (lines) => {
      const applied = appliedIn(lines);
      return applied && at(highest(applied));
    };
    FORMATS = [
      goose,
      atlas,
      flyway,
      rails,
      prisma,
      liquibase,
      dbmate,
      knex,
      tern,
      lists,
      django,
      alembic,
      golangMigrate
    ];
    CONTROLS = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
    LEVEL = /^\[(?:INFO|WARNING|ERROR)\] ?/;
  }
});

// actions/migrate/migrations/schema-version.ts
function withEntry(record, entry2, files) {
  const earlier2 = record.history.find((old) => isFor(old, entry2));
  const merged = {
    ...entry2,
    contracting: entry2.contracting || (earlier2?.contracting ?? false),
    at: earlier2?.at ?? entry2.at
  };
  const history = earlier2 ? record.history.map((old) => old === earlier2 ? merged : old) : [merged, ...record.history];
  const { database = "" } = entry2;
  const others = (record.files ?? []).filter((old) => old.database !== database);
  const known = files ? [{ database, versions: files }, ...others].slice(0, KEPT_FILES) : record.files;
  return { history: history.slice(0, KEPT), ...known && { files: known } };
}
function withoutStart(record, key, ran) {
  const announced = entryOf(record, key);
  if (announced?.state !== "started") return record;
  const history = ran ? record.history.map((entry2) => entry2 === announced ? { ...entry2, state: "failed" } : entry2) : record.history.filter((entry2) => entry2 !== announced);
  return { ...record, history };
}
function recordedOf(record, database) {
  const applied = record.history.filter(({ state, version }) => state === "applied" && version !== void 0);
  const own = applied.find((entry2) => entry2.database === void 0 || entry2.database === database) ?? applied[0];
  const files = record.files?.find((one) => one.database === database) ?? record.files?.[0];
  return {
    version: own?.version,
    files: files && new Set(files.versions)
  };
}
function parseStatus(lines) {
  for (const line of lines.toReversed()) {
    const status = parseJson(line);
    if (status) return status;
  }
  return parseJson(documentIn(lines)) ?? statusOf(lines);
}
function documentIn(lines) {
  const start = lines.findIndex((line) => line.startsWith("{"));
  const end = lines.findLastIndex((line) => line.startsWith("}"));
  return start < 0 ? "" : lines.slice(start, end + 1).join("\n");
}
function parseJson(text) {
  if (!text.trim().startsWith("{")) return void 0;
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return void 0;
  }
  const { version, dirty, migrations, Current, Status } = json;
  const schemaVersion = json.schemaVersion ?? json.targetSchemaVersion ?? json.initialSchemaVersion;
  if (isLogLine(json) && /^v?\d+\.\d+\.\d+/.test(String(version))) return void 0;
  if (typeof version === "number" || typeof version === "string")
    return { version: String(version), dirty: dirty === true };
  if (Array.isArray(migrations) && schemaVersion !== void 0)
    return {
      version: String(schemaVersion || "0"),
      dirty: migrations.some(({ state }) => /^Failed/.test(String(state)))
    };
  if (typeof Status === "string" && typeof Current === "string")
    return {
      version: /^No migration/i.test(Current) ? "0" : Current,
      dirty: typeof json.Error === "string" && json.Error !== ""
    };
  return void 0;
}
var import_migration_files2, KEPT, KEPT_FILES, isFor, entryOf, reaches, isLogLine, dirtyMessage, previous;
var init_schema_version = __esm({
  "actions/migrate/migrations/schema-version.ts"() {
    "use strict";
    import_migration_files2 = __toESM(require_migration_files(), 1);
    init_status_formats();
    KEPT = 50;
    KEPT_FILES = 10;
    isFor = (entry2, { commit, database, when }) => entry2.commit === commit && entry2.when === when && (entry2.database === void 0 || entry2.database === database);
    entryOf = (record, key) => record.history.find((entry2) => isFor(entry2, key));
    reaches = (version, expected) => (0, import_migration_files2.isVersion)(version) && (0, import_migration_files2.isVersion)(expected) ? (0, import_migration_files2.compareVersions)(version, expected) >= 0 : version === expected;
    isLogLine = (json) => ["level", "severity", "msg", "message"].some((key) => key in json);
    dirtyMessage = ({ version }) => `The database is dirty at version ${version}: that migration failed halfway, and no other runs until this is fixed. Check what it left behind, fix that manually, record the resulting version (for golang-migrate: "force ${version}" if it is fully applied, "force ${previous(version)}" if it is fully undone), and run this step again. If another process is applying it right now, wait until it has ended, then run this step again.`;
    previous = (version) => /^\d+$/.test(version) ? String(Math.max(0, Number(version) - 1)) : "the version before";
  }
});

// shared:src/google/run/secret-files.ts
var require_secret_files = __commonJS({
  "shared:src/google/run/secret-files.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/google/run/secret-files.ts"];
  }
});

// shared:src/manifest/index.ts
var require_manifest = __commonJS({
  "shared:src/manifest/index.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/manifest/index.ts"];
  }
});

// src/manifest/merge.ts
function merge(deployed, wanted, named, at2 = "") {
  const result = {};
  for (const [key, value] of Object.entries(deployed)) {
    const path5 = at2 + key;
    if (key in wanted || !(named.has(path5) || alternativeOf(key, wanted))) result[key] = value;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const path5 = at2 + key;
    const old = result[key];
    if (isObject(value) && isObject(old)) result[key] = merge(old, value, named, `${path5}.`);
    else if (isNamedList(key, value) && Array.isArray(old))
      result[key] = mergeList(key, old, value, named, path5);
    else result[key] = value;
  }
  for (const [key, value] of Object.entries(result))
    if (!(key in wanted) && isObject(value)) result[key] = without(value, named, `${at2}${key}.`);
  return result;
}
function namedPaths(wanted, at2 = "") {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const path5 = at2 + key;
    if (isObject(value)) return [...SHARED.has(key) ? [] : [path5], ...namedPaths(value, `${path5}.`)];
    if (isNamedList(key, value))
      return [
        path5,
        ...value.flatMap((item, i) => namedPaths(item, `${itemPath(path5, item, KEYS[key], i)}.`))
      ];
    return [path5];
  });
}
function mergeList(key, deployed, wanted, named, path5) {
  const by = KEYS[key];
  return wanted.map((item, i) => {
    const twin = deployed.find((other) => (other[by] ?? "") === (item[by] ?? "")) ?? (key === "containers" ? sameContainer(deployed, wanted, i) : void 0);
    return twin ? merge(twin, item, named, `${itemPath(path5, item, by, i)}.`) : item;
  });
}
function sameContainer(deployed, wanted, i) {
  if (deployed.length !== wanted.length) return void 0;
  if (wanted.length === 1) return deployed[0];
  const candidate = deployed[i];
  return wanted[i]?.name === void 0 && wanted.every(({ name }) => name !== candidate?.name) ? candidate : void 0;
}
function without(value, named, at2) {
  const kept = Object.entries(value).filter(([key]) => !named.has(at2 + key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, isObject(item) ? without(item, named, `${at2}${key}.`) : item])
  );
}
function isNamedList(key, value) {
  return key in KEYS && Array.isArray(value) && value.every(isObject);
}
var KEYS, SHARED, ALTERNATIVES, itemPath, alternativeOf, isObject;
var init_merge = __esm({
  "src/manifest/merge.ts"() {
    "use strict";
    KEYS = { containers: "name", volumes: "name", ports: "containerPort" };
    SHARED = /* @__PURE__ */ new Set(["template", "scaling", "labels", "annotations", "resources", "limits"]);
    ALTERNATIVES = [
      ["httpGet", "tcpSocket", "grpc"],
      ["secret", "cloudSqlInstance", "emptyDir", "nfs", "gcs"],
      ["connector", "networkInterfaces"],
      ["useDefault", "policy"]
    ];
    itemPath = (path5, item, by, i) => `${path5}[${String(item[by] ?? i)}]`;
    alternativeOf = (key, wanted) => ALTERNATIVES.some((group) => group.includes(key) && group.some((other) => other !== key && other in wanted));
    isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  }
});

// shared:src/records/annotations.ts
var require_annotations = __commonJS({
  "shared:src/records/annotations.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/records/annotations.ts"];
  }
});

// actions/migrate/plan/secret-folders.ts
function withoutNamedFiles(task, mounts = [], named) {
  const shared = /* @__PURE__ */ new Set();
  const volumes = task.volumes?.map((volume) => {
    const others = volume.secret?.items?.filter((item) => !named.has(filePath(volume, item.path))) ?? [];
    if (others.length === 0 || !filePaths(volume).some((path5) => named.has(path5))) return volume;
    shared.add(volumePath(volume));
    for (const { name, mountPath } of mounts) if (name === volume.name) shared.add(`inputs:volumeMounts[${mountPath}]`);
    return { ...volume, secret: { ...volume.secret, items: others } };
  });
  return {
    task: { ...task, ...volumes && { volumes } },
    named: new Set([...named].filter((path5) => !shared.has(path5)))
  };
}
function withOtherFiles(volume, folder, task, mounts = [], named) {
  const mount = mounts.find((one) => one.mountPath?.replace(/(?<=.)\/+$/, "") === folder);
  const there = task.volumes?.find((one) => one.name === mount?.name);
  if (!volume.secret || !there?.secret || named.has(volumePath(there))) return volume;
  if ((0, import_secret_files.shortNameOf)(there.secret.secret) !== (0, import_secret_files.shortNameOf)(volume.secret.secret)) return volume;
  const wanted = new Map(volume.secret.items?.map((item) => [item.path, item]));
  const before = (0, import_secret_files.itemsOf)(there.secret);
  return {
    ...volume,
    secret: {
      ...there.secret,
      ...volume.secret,
      items: [
        ...before.map((item) => ({ ...item, ...wanted.get(item.path) })),
        ...[...wanted.values()].filter(({ path: path5 }) => !before.some((item) => item.path === path5))
      ]
    }
  };
}
var import_secret_files, volumePath, filePath, filePaths;
var init_secret_folders = __esm({
  "actions/migrate/plan/secret-folders.ts"() {
    "use strict";
    import_secret_files = __toESM(require_secret_files(), 1);
    volumePath = ({ name = "" }) => `inputs:volumes[${name}]`;
    filePath = (volume, file = "") => `${volumePath(volume)}.items[${file}]`;
    filePaths = (volume) => (volume.secret?.items ?? []).map((item) => filePath(volume, item.path));
  }
});

// actions/migrate/plan/merge-task.ts
function namedSettings(task) {
  const [container = {}] = task.containers ?? [];
  const single = (from, keys) => keys.filter((key) => from[key] !== void 0).map((key) => `inputs:${key}`);
  return [
    ...single(task, TASK_SETTINGS),
    ...single(container, CONTAINER_SETTINGS),
    ...(container.env ?? []).map((item) => path4("env", item)),
    ...(container.volumeMounts ?? []).map((item) => path4("volumeMounts", item)),
    ...(task.volumes ?? []).flatMap((item) => [path4("volumes", item), ...filePaths(item)])
  ];
}
function overTask(deployed, wanted, before, imageName) {
  const containers = deployed.containers ?? [];
  const at2 = containerAt(containers, imageName);
  if (containers.filter((container2) => runsImage(container2, imageName)).length > 1)
    throw severalContainers(containers, `more than one of them runs ${imageName}`);
  const mounts = containers[at2]?.volumeMounts;
  const { task, named } = withoutNamedFiles(deployed, mounts, before);
  const [settings = {}] = wanted.containers ?? [];
  const volumes = wanted.volumes?.map((volume) => {
    const folder = settings.volumeMounts?.find(({ name }) => name === volume.name)?.mountPath;
    return withOtherFiles(volume, folder, task, mounts, named);
  });
  const sql = sameMount(task, containers[at2], wanted);
  const container = {
    ...withSingle(containers[at2] ?? {}, settings, CONTAINER_SETTINGS, named),
    image: settings.image,
    env: mergeList2("env", containers[at2]?.env, settings.env, named),
    volumeMounts: mergeList2("volumeMounts", containers[at2]?.volumeMounts, settings.volumeMounts, named).map(
      (mount) => sql && mount.name === sql.wanted ? { ...mount, name: sql.existing } : mount
    )
  };
  const all = containers.length === 0 ? [withoutEmpty(container)] : containers.with(at2, withoutEmpty(container));
  return {
    ...withSingle(task, wanted, TASK_SETTINGS, named),
    containers: all,
    volumes: mergeList2("volumes", task.volumes, renamed(volumes, sql, task.volumes), named).filter(
      ({ name, secret }) => !secret || !isMounted(containers, name) || isMounted(all, name)
    )
  };
}
function containerAt(containers, imageName) {
  if (containers.length <= 1) return 0;
  const at2 = containers.findIndex((container) => runsImage(container, imageName));
  if (at2 >= 0) return at2;
  throw severalContainers(containers, `none of them runs ${imageName}`);
}
function severalContainers(containers, why) {
  const names = containers.map(({ name, image }) => name ?? image).join(", ");
  return new import_errors9.InputError([
    {
      subject: "Input job",
      message: `the job has several containers (${names}), and ${why}. Describe the job in a manifest, and pass it in the input manifest.`
    }
  ]);
}
function withSingle(from, wanted, keys, named) {
  const result = { ...from };
  for (const key of keys) {
    if (wanted[key] !== void 0) result[key] = wanted[key];
    else if (named.has(`inputs:${key}`)) delete result[key];
  }
  return result;
}
function mergeList2(list, deployed = [], wanted = [], named) {
  const key = (item) => path4(list, item);
  const byKey = new Map(wanted.map((item) => [key(item), item]));
  const known = new Set(deployed.map(key));
  return [
    // An item is replaced as a whole: a variable that becomes a secret must not keep its value.
    ...deployed.filter((item) => byKey.has(key(item)) || !named.has(key(item))).map((item) => byKey.get(key(item)) ?? item),
    ...wanted.filter((item) => !known.has(key(item)))
  ];
}
function sameMount(task, container, wanted) {
  for (const { name = "", cloudSqlInstance } of wanted.volumes ?? []) {
    const mountPath = wanted.containers?.[0]?.volumeMounts?.find((mount) => mount.name === name)?.mountPath;
    const existing = container?.volumeMounts?.find((mount) => mount.mountPath === mountPath)?.name;
    const volume = task.volumes?.find((one) => one.name === existing);
    if (cloudSqlInstance && existing && existing !== name && volume?.cloudSqlInstance)
      return { wanted: name, existing };
  }
  return void 0;
}
function renamed(volumes = [], sql, deployed = []) {
  return volumes.map((volume) => {
    if (!sql || volume.name !== sql.wanted) return volume;
    const before = deployed.find(({ name }) => name === sql.existing)?.cloudSqlInstance?.instances ?? [];
    const instances = [.../* @__PURE__ */ new Set([...before, ...volume.cloudSqlInstance?.instances ?? []])];
    return { ...volume, name: sql.existing, cloudSqlInstance: { ...volume.cloudSqlInstance, instances } };
  });
}
function withoutEmpty(container) {
  const { env = [], volumeMounts = [], ...rest } = container;
  return { ...rest, ...env.length > 0 && { env }, ...volumeMounts.length > 0 && { volumeMounts } };
}
var import_errors9, TASK_SETTINGS, CONTAINER_SETTINGS, LISTS2, path4, isMounted, runsImage;
var init_merge_task = __esm({
  "actions/migrate/plan/merge-task.ts"() {
    "use strict";
    import_errors9 = __toESM(require_errors(), 1);
    init_secret_folders();
    TASK_SETTINGS = ["serviceAccount", "vpcAccess", "timeout"];
    CONTAINER_SETTINGS = ["command", "args"];
    LISTS2 = { env: "name", volumeMounts: "mountPath", volumes: "name" };
    path4 = (list, item) => `inputs:${list}[${String(item[LISTS2[list]] ?? "")}]`;
    isMounted = (containers, volume) => containers.some(({ volumeMounts = [] }) => volumeMounts.some(({ name }) => name === volume));
    runsImage = ({ image }, imageName) => image?.replace(/[@:][^/]*$/, "") === imageName;
  }
});

// actions/migrate/plan/job.ts
function requestOf(inputs, source, manifest) {
  return manifest ? { kind: "manifest", job: fromManifest(manifest, inputs) } : { kind: "inputs", task: fromInputs(inputs, source) };
}
function planJob(current, request, inputs) {
  const named = new Set((0, import_annotations.readAnnotation)(current, import_annotations.NAMED_ANNOTATION, Array.isArray) ?? []);
  const base = current ?? {};
  const merged = request.kind === "manifest" ? merge(base, request.job, named) : {
    ...base,
    template: {
      ...base.template,
      template: overTask(taskOf(base), request.task, named, (0, import_image_reference4.formatImageName)(inputs.image))
    }
  };
  const labels = { "managed-by": "github-actions", [import_annotations.COMMIT_LABEL]: inputs.commit };
  const task = current ? taskOf(merged) : withOurDefaults(taskOf(merged), request);
  const job = {
    ...merged,
    labels: { ...merged.labels, ...labels },
    template: {
      ...merged.template,
      labels: { ...merged.template?.labels, ...labels },
      annotations: { ...merged.template?.annotations, [DIGEST_ANNOTATION]: inputs.image.digest },
      taskCount: 1,
      parallelism: 1,
      // 0 must really be sent: the server's default is 3, and a failed migration must not run again by itself.
      template: { timeout: seconds(DEFAULT_TIMEOUT), ...task, maxRetries: 0 }
    }
  };
  const paths = request.kind === "manifest" ? namedPaths(request.job) : namedSettings(request.task);
  const hash2 = (0, import_node_crypto4.createHash)("sha256").update(JSON.stringify([job.labels, job.template]));
  return {
    ...job,
    annotations: {
      ...job.annotations,
      [import_annotations.NAMED_ANNOTATION]: JSON.stringify(paths),
      [PLAN_ANNOTATION]: hash2.digest("hex").slice(0, 32)
    }
  };
}
function withOurDefaults(task, request) {
  if (request.kind === "manifest") return task;
  const containers = (task.containers ?? []).map((container) => ({
    ...container,
    resources: { limits: { cpu: "1", memory: "512Mi" } }
  }));
  return { ...task, containers };
}
function fromInputs(inputs, source) {
  const sql = inputs.cloudsqlInstances.length > 0;
  const serviceAccount = inputs.runtimeServiceAccount ?? source.serviceAccount;
  const container = {
    image: (0, import_image_reference4.formatImageDigest)(inputs.image),
    ...inputs.command.length > 0 && { command: [...inputs.command] },
    ...inputs.args.length > 0 && { args: [...inputs.args] },
    env: planEnv(source.env, [...plain(inputs.env), ...inputs.secrets]),
    volumeMounts: [...source.volumeMounts, ...sql ? [{ name: SQL_VOLUME, mountPath: "/cloudsql" }] : []]
  };
  const task = {
    containers: [container],
    volumes: [
      ...source.volumes,
      ...sql ? [{ name: SQL_VOLUME, cloudSqlInstance: { instances: [...inputs.cloudsqlInstances] } }] : []
    ],
    ...inputs.timeout !== void 0 && { timeout: seconds(inputs.timeout) },
    ...serviceAccount && { serviceAccount },
    ...source.vpcAccess && { vpcAccess: source.vpcAccess }
  };
  return (0, import_secret_files2.mountSecretFiles)(task, 0, inputs.secretFiles);
}
function fromManifest({ resource, locate }, inputs) {
  const template = resource.template ?? {};
  const problem = (message, path5) => ({
    subject: "Input manifest",
    message,
    location: locate(path5)
  });
  const problems = [
    ...(resource.template?.template?.maxRetries ?? 0) !== 0 ? [
      problem("maxRetries must be 0: a migration that failed must not run again by itself.", [
        "template",
        "template",
        "maxRetries"
      ])
    ] : [],
    ...(template.taskCount ?? 1) !== 1 ? [problem("taskCount must be 1: migrations run once.", ["template", "taskCount"])] : []
  ];
  if (problems.length > 0) throw new import_errors10.InputError(problems);
  const job = (0, import_manifest.withImage)(resource, void 0, (0, import_image_reference4.formatImageDigest)(inputs.image));
  if (inputs.timeout === void 0) return job;
  return { ...job, template: { ...job.template, template: { ...taskOf(job), timeout: seconds(inputs.timeout) } } };
}
function planEnv(...lists2) {
  const byName = /* @__PURE__ */ new Map();
  for (const list of lists2) for (const variable of list) byName.set(variable.name ?? "", variable);
  return [...byName.values()];
}
var import_node_crypto4, import_image_reference4, import_secret_files2, import_manifest, import_annotations, import_errors10, DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION, PLAN_ANNOTATION, DEFAULT_TIMEOUT, NO_SOURCE, taskOf, withFingerprint, seconds, SQL_VOLUME, plain;
var init_job = __esm({
  "actions/migrate/plan/job.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    import_image_reference4 = __toESM(require_image_reference(), 1);
    import_secret_files2 = __toESM(require_secret_files(), 1);
    import_manifest = __toESM(require_manifest(), 1);
    init_merge();
    import_annotations = __toESM(require_annotations(), 1);
    import_errors10 = __toESM(require_errors(), 1);
    init_merge_task();
    DIGEST_ANNOTATION = `${import_annotations.ANNOTATION_PREFIX}digest`;
    FINGERPRINT_ANNOTATION = `${import_annotations.ANNOTATION_PREFIX}fingerprint`;
    PLAN_ANNOTATION = `${import_annotations.ANNOTATION_PREFIX}plan`;
    DEFAULT_TIMEOUT = 6e5;
    NO_SOURCE = {
      env: [],
      volumes: [],
      volumeMounts: [],
      vpcAccess: void 0,
      serviceAccount: void 0
    };
    taskOf = (job) => job.template?.template ?? {};
    withFingerprint = (job, fingerprint) => ({
      ...job,
      template: { ...job.template, annotations: { ...job.template?.annotations, [FINGERPRINT_ANNOTATION]: fingerprint } }
    });
    seconds = (milliseconds) => `${Math.ceil(milliseconds / 1e3)}s`;
    SQL_VOLUME = "migrate-cloudsql";
    plain = (env) => [...env].map(([name, value]) => ({ name, value }));
  }
});

// shared:src/runtime/summary.ts
var require_summary = __commonJS({
  "shared:src/runtime/summary.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/summary.ts"];
  }
});

// src/github/run-links.ts
function writeLinks(summary, [first, ...others]) {
  if (first) summary.paragraph(others.reduce((all, one) => import_summary.md`${all} · ${one}`, first));
}
var import_summary, import_commit2, runLinks;
var init_run_links = __esm({
  "src/github/run-links.ts"() {
    "use strict";
    import_summary = __toESM(require_summary(), 1);
    import_commit2 = __toESM(require_commit(), 1);
    runLinks = (run2, commit) => [
      ...commit && run2?.repository ? [(0, import_summary.link)(`commit ${(0, import_commit2.shortCommit)(commit)}`, `${run2.serverUrl}/${run2.repository}/commit/${commit}`)] : [],
      ...run2?.runUrl ? [(0, import_summary.link)("run", run2.runUrl)] : []
    ];
  }
});

// actions/migrate/report/summary.ts
function summarizeMigration(summary, { inputs, notes, job, execution, logUri, version, applied, run: run2 }) {
  const commit = (0, import_summary2.code)((0, import_commit3.shortCommit)(inputs.commit));
  const at2 = version === void 0 ? import_summary2.md`` : import_summary2.md` at version ${(0, import_summary2.code)(version)}`;
  summary.heading(import_summary2.md`Migration`);
  summary.paragraph(
    {
      now: import_summary2.md`✅ The migrations of commit ${commit} are applied.`,
      verified: import_summary2.md`✅ The migrations of commit ${commit} were applied before, and the database is${at2}; nothing ran.`,
      recorded: import_summary2.md`✅ The migrations of commit ${commit} are recorded as applied before (recorded, not verified); nothing ran.`
    }[applied ?? "now"]
  );
  writeLinks(summary, runLinks(run2, inputs.commit));
  if (applied === "recorded")
    summary.paragraph(
      import_summary2.md`The database itself was not checked. Set the input \`status-args\` to compare its version, or \`force: true\` to run the migrations again.`
    );
  if (inputs.when === "after-traffic")
    summary.paragraph(
      import_summary2.md`⚠️ From now on this release only rolls forward: a rollback to a release before ${commit} is refused unless forced.`
    );
  for (const note of notes) summary.paragraph(import_summary2.md`> ${(0, import_summary2.plain)(note)}`);
  summary.table(
    ["", ""],
    [
      [import_summary2.md`Image`, (0, import_summary2.code)(inputs.image.digest)],
      ...job ? [[import_summary2.md`Job`, (0, import_summary2.code)(job)]] : [],
      ...execution ? [[import_summary2.md`Execution`, (0, import_summary2.code)(execution.split("/").at(-1) ?? "")]] : [],
      ...version !== void 0 ? [[import_summary2.md`Schema version`, (0, import_summary2.code)(version)]] : [],
      ...logUri ? [[import_summary2.md`Logs`, (0, import_summary2.link)("Cloud Logging", logUri)]] : []
    ]
  );
}
var import_commit3, import_summary2;
var init_summary = __esm({
  "actions/migrate/report/summary.ts"() {
    "use strict";
    import_commit3 = __toESM(require_commit(), 1);
    init_run_links();
    import_summary2 = __toESM(require_summary(), 1);
  }
});

// shared:src/freeze/freeze.ts
var require_freeze = __commonJS({
  "shared:src/freeze/freeze.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/freeze.ts"];
  }
});

// src/google/run/revisions.ts
var import_not_found2, shortName;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    import_not_found2 = __toESM(require_not_found(), 1);
    shortName = (name) => name.slice(name.lastIndexOf("/") + 1);
  }
});

// src/records/live-release.ts
function liveRelease(resource) {
  const [revision, ...others] = servingRevisions(resource);
  if (others.length > 0) return void 0;
  return recordedReleases(resource).findLast((release) => release.revision === revision);
}
function revisionsOf({ latestReadyRevision = "" }, targets = []) {
  const shares = targets.filter(({ percent = 0 }) => percent > 0);
  return [...new Set(shares.map(({ revision }) => shortName(revision || latestReadyRevision)))];
}
function unreleased(resource, commit) {
  if (!resource) return "does not exist";
  if (resource.annotations?.[`${import_annotations2.ANNOTATION_PREFIX}rollout`] !== void 0) return "has a rollout that has not ended";
  const live = liveRelease(resource);
  const requested = revisionsOf(resource, resource.traffic ?? resource.instanceSplits);
  if (!live || requested.length !== 1 || requested[0] !== live.revision)
    return "has no release of deploy-run with all its traffic";
  if (live.withdrawn !== void 0 || live.commit !== commit)
    return `is on ${live.revision}, which is commit ${(0, import_commit4.shortCommit)(live.commit) || "unknown"}`;
  return void 0;
}
var import_commit4, import_annotations2, recordedReleases, servingRevisions;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    import_commit4 = __toESM(require_commit(), 1);
    init_revisions();
    import_annotations2 = __toESM(require_annotations(), 1);
    recordedReleases = (resource) => (0, import_annotations2.readAnnotation)(resource, `${import_annotations2.ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];
    servingRevisions = (resource) => revisionsOf(resource, resource.trafficStatuses ?? resource.instanceSplitStatuses);
  }
});

// src/records/canaries.ts
function undecidedCanary(name, resource) {
  const { id = "", commit, release } = rolloutOn(resource) ?? {};
  if (commit === void 0 || (release?.format ?? 0) < 3 || release?.aborted) return void 0;
  const [lead] = release?.members ?? [];
  const place = name.split("/").slice(0, 3).join("/");
  return { commit, release: id, lead: lead === void 0 ? name : `${place}/${lead}` };
}
var import_annotations3, rolloutOn;
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    import_annotations3 = __toESM(require_annotations(), 1);
    init_live_release();
    rolloutOn = (resource) => (0, import_annotations3.readAnnotation)(resource, `${import_annotations3.ANNOTATION_PREFIX}rollout`, () => true);
  }
});

// src/records/holds.ts
async function checkHolds(check) {
  const { freeze, clock, names, consequence } = check;
  const services = await readNamedServices(check.http, check.endpoint, names);
  check.onRead(services);
  for (const { name, resource } of services) {
    const canary = undecidedCanary(name, resource);
    if (canary !== void 0 && !check.waitsFor?.(canary))
      throw new import_errors11.OutcomeError(
        `The canary of ${(0, import_commit5.shortCommit)(canary.commit)} on ${servicePlace(name)} is undecided. ${consequence} Run this again once it is decided. To wait for it without a failure, put a step of deploy-run with advance: true and on-canary: wait before this one, and skip this one if its output waiting is true.`
      );
  }
  const frozen = [void 0, ...services.map(({ resource }) => resource)].map((resource) => (0, import_freeze.freezeOn)(resource, freeze, clock)).find((text) => text !== void 0);
  (0, import_freeze.checkFreeze)(frozen, check);
  const held = holdsOf(services);
  if (held.length > 0 && !check.force) throw new import_errors11.OutcomeError(holdMessage(held, check.consequence));
  for (const { name, hold } of held)
    check.log.notice(
      `Forced: the hold on ${servicePlace(name)} was overridden and is still set. ${describeServiceHold(hold)}`
    );
  return services;
}
function holdMessage(held, consequence) {
  const services = held.map(({ name, hold }) => `The ${servicePlace(name)} is on hold. ${describeServiceHold(hold)}`);
  return `${services.join(" ")} ${consequence} To release the hold, run the rollback workflow or deploy-run with release-hold: true, and then run this again. To continue once despite the hold, set force: true.`;
}
function servicePlace(name) {
  const [, project, , region, collection, service] = name.split("/");
  return `${collection === "workerPools" ? "worker pool" : "service"} ${service} in ${region} of ${project}`;
}
async function read(http, endpoint, name) {
  if (name.includes("/workerPools/")) return await get(http, endpoint, name);
  const service = await get(http, endpoint, name);
  if (service) return service;
  try {
    return await get(http, endpoint, name.replace("/services/", "/workerPools/"));
  } catch (error) {
    if (error instanceof import_errors11.CloudError && error.status === 403) return void 0;
    throw error;
  }
}
function get(http, endpoint, name) {
  const pool = name.includes("/workerPools/");
  return (0, import_not_found3.absent)(
    http.json({
      method: "GET",
      url: `${endpoint}/v2/${name}`,
      resource: `${pool ? "worker pool" : "service"} ${name}`,
      permission: pool ? "run.workerpools.get" : "run.services.get",
      role: "roles/run.viewer"
    })
  );
}
var import_freeze, import_commit5, import_not_found3, import_errors11, import_annotations4, HOLD_ANNOTATION, holdOf, describeServiceHold, readNamedServices, holdsOf;
var init_holds = __esm({
  "src/records/holds.ts"() {
    "use strict";
    import_freeze = __toESM(require_freeze(), 1);
    import_commit5 = __toESM(require_commit(), 1);
    import_not_found3 = __toESM(require_not_found(), 1);
    import_errors11 = __toESM(require_errors(), 1);
    import_annotations4 = __toESM(require_annotations(), 1);
    init_canaries();
    HOLD_ANNOTATION = `${import_annotations4.ANNOTATION_PREFIX}hold`;
    holdOf = (resource) => (0, import_annotations4.readAnnotation)(resource, HOLD_ANNOTATION, (value) => typeof value.at === "string");
    describeServiceHold = (hold) => `${hold.by} put the service on hold at ${hold.at}: ${hold.reason} (${hold.runUrl}).`;
    readNamedServices = (http, endpoint, names) => Promise.all(names.map(async (name) => ({ name, resource: await read(http, endpoint, name) })));
    holdsOf = (services) => services.flatMap(({ name, resource }) => {
      const hold = holdOf(resource);
      return hold ? [{ name, hold }] : [];
    });
  }
});

// shared:src/freeze/occurrences.ts
var require_occurrences = __commonJS({
  "shared:src/freeze/occurrences.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/occurrences.ts"];
  }
});

// src/freeze/next-freeze.ts
function nextFreeze(windows, now) {
  const coming = windows.flatMap((window3) => {
    const occurrence2 = (0, import_occurrences.occurrenceAt)(window3, now);
    return occurrence2 ? [{ window: window3, occurrence: occurrence2 }] : [];
  });
  const first = coming.find(({ occurrence: occurrence2 }) => (0, import_occurrences.isActive)(occurrence2, now)) ?? coming.toSorted((a, b) => a.occurrence.from - b.occurrence.from)[0];
  if (!first) return void 0;
  const { window: window2, occurrence } = first;
  return {
    window: window2,
    active: (0, import_occurrences.isActive)(occurrence, now),
    from: occurrence.from,
    until: endOf(windows, occurrence)
  };
}
function describeFreezeTimes({ window: { text, reason }, active, from, until }) {
  const end = until === void 0 ? "without a known end" : `until ${(0, import_duration2.formatMinute)(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${(0, import_duration2.formatMinute)(from)} ${end}`;
  return `${what} (${text}): ${reason.replace(/\.?$/, ".")}`;
}
function endOf(windows, { until }) {
  let end = until;
  for (let i = 0; i < MOST_IN_A_ROW; i++) {
    const following = windows.map((window2) => (0, import_occurrences.occurrenceAt)(window2, end)).find((one) => (0, import_occurrences.isActive)(one, end));
    if (!following) return end;
    end = following.until;
  }
  return void 0;
}
var import_duration2, import_occurrences, MOST_IN_A_ROW;
var init_next_freeze = __esm({
  "src/freeze/next-freeze.ts"() {
    "use strict";
    import_duration2 = __toESM(require_duration(), 1);
    import_occurrences = __toESM(require_occurrences(), 1);
    MOST_IN_A_ROW = 50;
  }
});

// shared:src/freeze/windows.ts
var require_windows = __commonJS({
  "shared:src/freeze/windows.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/windows.ts"];
  }
});

// src/freeze/standing.ts
function noteStanding(summary, { place, hold, resource }, clock) {
  summary.closing(
    `hold ${place}`,
    hold === void 0 ? void 0 : import_summary3.md`🔒 The ${(0, import_summary3.plain)(place)} is on hold. ${(0, import_summary3.plain)(hold)}`
  );
  const freeze = freezeOfAnnotation(resource, clock);
  summary.closing(
    `freeze ${place}`,
    freeze === void 0 ? void 0 : import_summary3.md`📅 On the ${(0, import_summary3.plain)(place)}: ${(0, import_summary3.plain)(freeze)}`
  );
}
function noteService(summary, { name, resource }, clock) {
  const hold = holdOf(resource);
  noteStanding(summary, { place: servicePlace(name), hold: hold && describeServiceHold(hold), resource }, clock);
}
function noteFreeze(summary, windows, clock) {
  const next = nextOf(windows, clock);
  summary.closing("freeze", next && import_summary3.md`📅 ${(0, import_summary3.plain)(describeFreezeTimes(next))}`);
}
function freezeOfAnnotation(resource, clock) {
  try {
    const next = nextOf((0, import_freeze2.freezeLines)(resource).map(import_windows.parseFreezeWindow), clock);
    return next && describeFreezeTimes(next);
  } catch (error) {
    return `Deploys are frozen until the annotation is corrected. ${error.message}`;
  }
}
var import_summary3, import_freeze2, import_windows, noteServices, nextOf;
var init_standing = __esm({
  "src/freeze/standing.ts"() {
    "use strict";
    init_holds();
    import_summary3 = __toESM(require_summary(), 1);
    import_freeze2 = __toESM(require_freeze(), 1);
    init_next_freeze();
    import_windows = __toESM(require_windows(), 1);
    noteServices = ({ summary, clock }, freeze) => (services) => {
      noteFreeze(summary, freeze, clock);
      for (const service of services) noteService(summary, service, clock);
    };
    nextOf = (windows, clock) => windows.length > 0 ? nextFreeze(windows, clock.now()) : void 0;
  }
});

// actions/migrate/services.ts
async function checkServices(inputs, context, cloud) {
  const services = await checkHolds({
    http: cloud.http,
    endpoint: context.endpoints.run,
    names: inputs.services,
    freeze: inputs.freeze,
    clock: cloud.clock,
    force: inputs.force,
    consequence: CONSEQUENCE,
    log: context.log,
    onRead: noteServices({ summary: context.summary, clock: cloud.clock }, inputs.freeze)
  });
  if (inputs.when !== "after-traffic" || inputs.dryRun) return;
  const problems = services.flatMap(({ name, resource }) => {
    const problem = unreleased(resource, inputs.commit);
    return problem === void 0 ? [] : [`The ${servicePlace(name)} ${problem}.`];
  });
  if (problems.length > 0)
    throw new import_errors12.OutcomeError(
      `${problems.join(" ")} With when: after-traffic the migration runs once the release of its commit ${(0, import_commit6.shortCommit)(inputs.commit)} has all traffic of its services. ${CONSEQUENCE} Deploy the commit with deploy-run first, and run this step after it.`
    );
}
var import_commit6, import_errors12, CONSEQUENCE;
var init_services = __esm({
  "actions/migrate/services.ts"() {
    "use strict";
    init_standing();
    import_commit6 = __toESM(require_commit(), 1);
    init_holds();
    init_live_release();
    import_errors12 = __toESM(require_errors(), 1);
    CONSEQUENCE = "No migration ran and nothing was changed.";
  }
});

// actions/migrate/docker/migrate-in-docker.ts
async function runInDocker(inputs, context, pid) {
  for (const warning of inputs.judged.warnings) context.log.warning(warning);
  for (const exception of inputs.judged.exceptions) context.log.notice(exception);
  for (const [name, value] of inputs.env) if ((0, import_looks_like_secret.looksLikeSecret)(name, value)) context.mask(value);
  const cloud = (0, import_context.connect)(context, inputs.auth);
  await checkServices(inputs, context, cloud);
  await requireProvenance([inputs.image], inputs.provenance, { http: cloud.http, log: context.log });
  if (inputs.dryRun) {
    await checkMigrations(inputs, context, { version: void 0, files: void 0 });
    context.log.info(`Dry run. docker ${planContainer(inputs, "NAME", inputs.args).join(" ")}`);
    return;
  }
  const docker = createDocker(context, inputs.workspace, context.signal);
  await pull(inputs, context, cloud, docker, pid);
  const env = Object.fromEntries([...inputs.env].filter(([name]) => !READ_BY_DOCKER.test(name)));
  const call = { inputs, context, docker, env };
  const before = await askStatus(call);
  if (before?.dirty) throw new import_errors13.OutcomeError(dirtyMessage(before));
  const migrations = await checkMigrations(inputs, context, { version: before?.version, files: void 0 });
  const { exitCode } = await runContainer(call, inputs.args, (line) => context.log.output(line));
  if (exitCode !== 0)
    throw new import_errors13.OutcomeError(`The migration failed with exit code ${exitCode}. Do not deploy this commit.`);
  const after = await askStatus(call);
  if (after?.dirty) throw new import_errors13.OutcomeError(dirtyMessage(after));
  const version = after?.version ?? migrations?.newest;
  context.output("schema-version", version);
  context.output("already-applied", false);
  summarizeMigration(context.summary, {
    run: context.github,
    inputs,
    notes: inputs.judged.exceptions,
    job: void 0,
    execution: void 0,
    logUri: void 0,
    version,
    applied: void 0
  });
}
async function pull(inputs, context, { auth }, docker, pid) {
  const image = (0, import_image_reference5.formatImageDigest)(inputs.image);
  if ((await docker(["image", "inspect", image])).exitCode === 0) return;
  const known = inputs.image.host.endsWith("-docker.pkg.dev") || (0, import_loopback2.isLoopback)(inputs.image.host);
  if (!known) return await pullWith(docker, image, {});
  const token = async () => {
    const minted = await auth.accessToken();
    context.mask(minted);
    return minted;
  };
  const config = await configureDocker(context, inputs.image.host, pid, token);
  claimFolder(context, CONFIG_STATE, config.dir);
  try {
    await pullWith(docker, image, config.env);
  } finally {
    config.close(false);
  }
}
async function pullWith(docker, image, env) {
  const { exitCode, stderr } = await docker(["pull", "--quiet", image], { env });
  if (exitCode !== 0) throw new import_errors13.OutcomeError(`The image ${image} could not be pulled: ${stderr.trim()}`);
}
function planContainer(inputs, name, args) {
  const [entrypoint, ...rest] = inputs.command;
  return [
    "run",
    "--rm",
    "--name",
    name,
    "--network",
    "host",
    ...[...inputs.env].flatMap(([variable, value]) => [
      "--env",
      READ_BY_DOCKER.test(variable) ? `${variable}=${value}` : variable
    ]),
    ...entrypoint ? ["--entrypoint", entrypoint] : [],
    (0, import_image_reference5.formatImageDigest)(inputs.image),
    ...rest,
    ...args
  ];
}
async function runContainer({ inputs, context, docker, env }, args, print) {
  const name = `migrate-${context.github.runId || "local"}-${context.clock.now().toString(36)}`;
  const limit = inputs.timeout ?? DEFAULT_TIMEOUT;
  const lines = [];
  const output = (0, import_foreign_text.createLines)((line) => {
    lines.push(line);
    print(line);
  });
  const expired = new AbortController();
  const timer = context.clock.sleep(limit, expired.signal).then(() => "expired");
  try {
    const result = await Promise.race([
      docker(planContainer(inputs, name, args), { env, onOutput: output.write, both: true }),
      timer
    ]);
    output.end();
    if (result === "expired") {
      await stop(context, inputs, name);
      throw new import_errors13.OutcomeError(`The migration timed out after ${limit / 1e3} s and was stopped.`);
    }
    return { exitCode: result.exitCode, lines };
  } catch (error) {
    if ((0, import_errors13.isAbort)(error)) await stop(context, inputs, name);
    throw error;
  } finally {
    expired.abort();
    timer.catch(() => {
    });
  }
}
async function stop(context, inputs, name) {
  const docker = createDocker(context, inputs.workspace, expiring(context.clock, 8e3, "Stopping the container"));
  await docker(["stop", "--time", "5", name]).catch(() => {
  });
}
async function askStatus(call) {
  const { statusArgs } = call.inputs;
  if (statusArgs.length === 0) return void 0;
  const { exitCode, lines } = await runContainer(call, statusArgs, (line) => call.context.log.debug(line));
  const status = parseStatus(lines);
  if (!status && exitCode !== 0)
    throw new import_errors13.OutcomeError(`status-args failed with exit code ${exitCode}: ${lines.at(-1) ?? "it printed nothing"}`);
  if (status) call.context.log.info(`Schema: version ${status.version}${status.dirty ? ", dirty" : ""}`);
  return status;
}
var import_image_reference5, import_loopback2, import_looks_like_secret, import_context, import_errors13, import_foreign_text, CONFIG_STATE, READ_BY_DOCKER;
var init_migrate_in_docker = __esm({
  "actions/migrate/docker/migrate-in-docker.ts"() {
    "use strict";
    init_docker();
    init_docker_config();
    import_image_reference5 = __toESM(require_image_reference(), 1);
    import_loopback2 = __toESM(require_loopback(), 1);
    import_looks_like_secret = __toESM(require_looks_like_secret(), 1);
    init_require_provenance();
    import_context = __toESM(require_context(), 1);
    import_errors13 = __toESM(require_errors(), 1);
    import_foreign_text = __toESM(require_foreign_text(), 1);
    init_temporary_folder();
    init_time_limit();
    init_check_migrations();
    init_schema_version();
    init_job();
    init_summary();
    init_services();
    CONFIG_STATE = "docker-config";
    READ_BY_DOCKER = /^(?:HOME|PATH|DOCKER_(?!AUTH_CONFIG$).*)$/;
  }
});

// src/google/http/pages.ts
async function* pagesOf(read2) {
  let pageToken;
  do {
    const page = await read2(pageToken ? { pageToken } : {});
    yield page;
    pageToken = page.nextPageToken;
  } while (pageToken);
}
var init_pages = __esm({
  "src/google/http/pages.ts"() {
    "use strict";
  }
});

// src/google/run/calls.ts
async function write(target, method, name, resource, mask, validateOnly = false) {
  const { http, endpoint, collection, word, permission } = target;
  const [parent, id] = name.split(`/${collection}/`);
  const query = new URLSearchParams();
  if (method === "create") query.set(`${collection.slice(0, -1)}Id`, id);
  else if (mask.length > 0) query.set("updateMask", mask.join(","));
  if (validateOnly) query.set("validateOnly", "true");
  return await http.json({
    method: method === "create" ? "POST" : "PATCH",
    url: `${endpoint}/v2/${method === "create" ? `${parent}/${collection}` : name}${query.size > 0 ? `?${query}` : ""}`,
    json: resource,
    idempotent: validateOnly,
    // A write returns as soon as its operation exists.
    attemptTimeout: 3e4,
    deadline: 6e4,
    resource: `${word} ${name}`,
    permission: `${permission}.${method}`,
    role: "roles/run.developer"
  });
}
var init_calls = __esm({
  "src/google/run/calls.ts"() {
    "use strict";
  }
});

// src/google/run/jobs.ts
function createJobs(http, endpoint) {
  const target = { http, endpoint, collection: "jobs", word: "job", permission: "run.jobs" };
  const facts = (name, verb) => ({
    resource: `job ${name}`,
    permission: `run.jobs.${verb}`,
    role: "roles/run.developer"
  });
  return {
    get: (name) => (0, import_not_found4.absent)(http.json({ method: "GET", url: `${endpoint}/v2/${name}`, ...facts(name, "get") })),
    create: (name, job, validateOnly) => write(target, "create", name, withoutTokens(job), [], validateOnly),
    update: (name, job, validateOnly) => write(target, "update", name, withoutTokens(job), [], validateOnly),
    async list(location) {
      const jobs = [];
      const read2 = (next) => http.json({
        method: "GET",
        url: `${endpoint}/v2/${location}/jobs?${new URLSearchParams({ pageSize: "100", ...next })}`,
        resource: `jobs in ${location}`,
        permission: "run.jobs.list",
        role: "roles/run.viewer"
      });
      for await (const page of pagesOf(read2)) jobs.push(...page.jobs ?? []);
      return jobs;
    },
    async remove(name) {
      await (0, import_not_found4.absent)(http.json({ method: "DELETE", url: `${endpoint}/v2/${name}`, ...facts(name, "delete") }));
    },
    async run(name, etag, overrides = []) {
      const containerOverrides = overrides.map(({ container, ...rest }) => ({
        ...container && { name: container },
        ...rest
      }));
      const operation = await http.json({
        method: "POST",
        url: `${endpoint}/v2/${name}:run`,
        json: {
          etag,
          ...containerOverrides.length > 0 && { overrides: { containerOverrides } }
        },
        attemptTimeout: 3e4,
        deadline: 6e4,
        ...facts(name, overrides.length > 0 ? "runWithOverrides" : "run")
      });
      const execution = operation.metadata?.name;
      if (typeof execution === "string" && execution !== "") return execution;
      throw new import_errors14.CloudError({ message: "the response contains no execution", status: 200, resource: `job ${name}` });
    }
  };
}
function withoutTokens({ startExecutionToken: _, runExecutionToken: __, ...job }) {
  return job;
}
var import_errors14, import_not_found4, jobProblem;
var init_jobs = __esm({
  "src/google/run/jobs.ts"() {
    "use strict";
    import_errors14 = __toESM(require_errors(), 1);
    import_not_found4 = __toESM(require_not_found(), 1);
    init_pages();
    init_calls();
    jobProblem = ({ reconciling, terminalCondition }) => !reconciling && terminalCondition?.state === "CONDITION_FAILED" ? terminalCondition.message ?? "it is not ready" : void 0;
  }
});

// src/records/schema.ts
function readRecord(annotation) {
  if (annotation === void 0) return { history: [] };
  try {
    const { history, files } = JSON.parse(annotation);
    return { history: Array.isArray(history) ? history : [], ...Array.isArray(files) && { files } };
  } catch {
    return { history: [] };
  }
}
var import_annotations5, SCHEMA_ANNOTATION;
var init_schema = __esm({
  "src/records/schema.ts"() {
    "use strict";
    init_jobs();
    import_annotations5 = __toESM(require_annotations(), 1);
    SCHEMA_ANNOTATION = `${import_annotations5.ANNOTATION_PREFIX}schema`;
  }
});

// actions/migrate/migrations/write-schema-record.ts
async function recordEntry(jobs, name, entry2, files, known) {
  const recordIn = (job2) => JSON.stringify(withEntry(readRecord(recordOf(job2)), entry2, files));
  if (known && recordIn(known) === recordOf(known)) return;
  const job = await jobs.get(name);
  if (!job) return;
  const after = recordIn(job);
  if (after === recordOf(job)) return;
  await jobs.update(name, { ...job, annotations: { ...job.annotations, [SCHEMA_ANNOTATION]: after } }, false);
}
var recordOf;
var init_write_schema_record = __esm({
  "actions/migrate/migrations/write-schema-record.ts"() {
    "use strict";
    init_schema();
    init_schema_version();
    recordOf = ({ annotations }) => annotations?.[SCHEMA_ANNOTATION];
  }
});

// src/google/run/secret-versions.ts
function usableVersion(found2, { secret, version, where, path: path5 }, locate) {
  if (found2?.state === "ENABLED") return found2.version;
  const message = found2 ? `is ${found2.state.toLowerCase()}. Enable it, or name another version.` : "does not exist. Create it, or correct its name.";
  const location = locate?.(path5);
  throw new import_errors15.InputError([
    { subject: where, message: `the secret ${secret}, version ${version}, ${message}`, ...location && { location } }
  ]);
}
function secretReferences(template, project) {
  const full = (secret) => fullSecretName(secret, project);
  const fromEnv = (template.containers ?? []).flatMap(
    (container, i) => (container.env ?? []).flatMap(({ name, valueSource }, n) => {
      const ref = valueSource?.secretKeyRef;
      if (!ref?.secret) return [];
      const resolve4 = (version) => {
        ref.version = version;
      };
      return [
        {
          secret: full(ref.secret),
          version: ref.version ?? "latest",
          where: `Environment variable ${name}`,
          path: ["containers", i, "env", n, "valueSource", "secretKeyRef"],
          resolve: resolve4
        }
      ];
    })
  );
  const fromVolumes = (template.volumes ?? []).flatMap(({ name, secret }, i) => {
    if (!secret?.secret) return [];
    const where = `Volume ${name}`;
    const id = full(secret.secret);
    if (!secret.items || secret.items.length === 0) {
      const path5 = id.slice(id.lastIndexOf("/") + 1);
      const resolve4 = (version) => {
        secret.items = [{ path: path5, version }];
      };
      return [{ secret: id, version: "latest", where, path: ["volumes", i, "secret"], resolve: resolve4 }];
    }
    return secret.items.map((item, n) => ({
      secret: id,
      version: item.version ?? "latest",
      where,
      path: ["volumes", i, "secret", "items", n],
      resolve: (version) => {
        item.version = version;
      }
    }));
  });
  return [...fromEnv, ...fromVolumes];
}
var import_errors15, fullSecretName;
var init_secret_versions = __esm({
  "src/google/run/secret-versions.ts"() {
    "use strict";
    import_errors15 = __toESM(require_errors(), 1);
    fullSecretName = (secret, project) => secret.includes("/") ? secret : `projects/${project}/secrets/${secret}`;
  }
});

// actions/migrate/job/secrets.ts
function createSecretBook(manager, log) {
  const facts = /* @__PURE__ */ new Map();
  const reads = /* @__PURE__ */ new Map();
  const read2 = async (secret, version) => {
    try {
      return await manager.version(secret, version) ?? "absent";
    } catch (error) {
      if (!(error instanceof import_errors16.CloudError && error.status === 403)) throw error;
      const why = error.advice === void 0 ? `${error.permission ?? "secretmanager.versions.get"} is missing. Grant ${error.role ?? "roles/secretmanager.viewer"} on the secret.` : `${error.message} ${error.advice}`;
      log.warning(
        `The version of ${secret} (${version}) cannot be read: ${why} The job keeps "${version}", and a rotated secret does not repeat the migration.`
      );
      return "unreadable";
    }
  };
  return {
    facts,
    async look(secret, version) {
      const key = factKey(secret, version);
      const reading = reads.get(key) ?? read2(secret, version);
      reads.set(key, reading);
      const fact = await reading;
      facts.set(key, fact);
      return fact;
    }
  };
}
async function pinSecrets(template, project, book, locate) {
  const copy = structuredClone(template);
  await (0, import_errors16.allAtOnce)(
    secretReferences(copy, project).map(async (reference) => {
      const fact = await book.look(reference.secret, reference.version);
      if (fact !== "unreadable")
        reference.resolve(usableVersion(fact === "absent" ? void 0 : fact, reference, locate));
    })
  );
  return copy;
}
async function lookUpSecrets(template, project, book, newer = false) {
  await Promise.all(
    secretReferences(structuredClone(template), project).map(async ({ secret, version }) => {
      const fact = await book.look(secret, version);
      if (newer && version === "latest" && typeof fact === "object")
        await book.look(secret, String(Number(fact.version) + 1));
    })
  );
}
var import_errors16, factKey;
var init_secrets = __esm({
  "actions/migrate/job/secrets.ts"() {
    "use strict";
    init_secret_versions();
    import_errors16 = __toESM(require_errors(), 1);
    factKey = (secret, version) => `${secret}:${version}`;
  }
});

// actions/migrate/plan/fingerprint.ts
function configurationOf(template, project, facts) {
  const copy = structuredClone(template);
  for (const { secret, version, resolve: resolve4 } of secretReferences(copy, project)) {
    const fact = facts.get(factKey(secret, version));
    resolve4(typeof fact === "object" ? fact.name : version);
  }
  const { timeout: _, maxRetries: __, containers = [], ...task } = defaulted(copy);
  const volumes = (task.volumes ?? []).map(
    (volume) => volume.secret?.secret ? { ...volume, secret: { ...volume.secret, secret: nameInVolume(volume.secret, project) } } : volume
  );
  return canonical({
    ...task,
    volumes,
    containers: containers.map(({ resources: ___, image = "", env = [], ...container }) => ({
      ...container,
      // The content alone: the same digest may be in several repositories.
      image: image.split("@")[1] ?? image,
      env: env.map(({ valueSource, ...variable }) => {
        const reference = valueSource?.secretKeyRef;
        if (!reference?.secret) return { ...variable, ...valueSource && { valueSource } };
        const { secret, version = "latest" } = reference;
        return {
          ...variable,
          secret: version.includes("/") ? version : `${fullSecretName(secret, project)}:${version}`
        };
      })
    }))
  });
}
function defaulted(template) {
  const { serviceAccount, ...rest } = template;
  const named = (0, import_manifest2.isDefaultAccount)(serviceAccount) ? rest : template;
  return (0, import_manifest2.withServerDefaults)("Job", { template: { template: named } }).template?.template ?? {};
}
function fingerprintOf(job, template, project, facts) {
  const times = secretReferences(structuredClone(template), project).map(({ secret, version }) => {
    const fact = facts.get(factKey(secret, version));
    return typeof fact === "object" ? `${fact.name} ${fact.createTime}` : `${secret} ${version}`;
  });
  return hash(JSON.stringify([job, configurationOf(template, project, facts), times.sort()]));
}
function databaseOf(template, project) {
  const env = (template.containers ?? []).flatMap((container) => container.env ?? []);
  const parts = [
    ...env.map(({ name = "", value = "", valueSource }) => {
      const secret = valueSource?.secretKeyRef?.secret;
      return secret ? `${name}=${fullSecretName(secret, project)}` : `${name}=${value}`;
    }),
    ...(template.volumes ?? []).flatMap(({ secret, cloudSqlInstance }) => [
      ...cloudSqlInstance?.instances ?? [],
      ...secret?.secret ? [fullSecretName(secret.secret, project)] : []
    ])
  ];
  return hash(JSON.stringify(parts.sort())).slice(0, 16);
}
function usedTodaysSecrets(execution, project, facts) {
  return secretReferences(structuredClone(execution.template), project).every(({ secret, version }) => {
    const fact = facts.get(factKey(secret, version));
    if (fact === "unreadable") return true;
    if (typeof fact !== "object") return false;
    if (version !== "latest" && !/^\d+$/.test(version)) return false;
    if (version === "latest" && facts.get(factKey(secret, String(Number(fact.version) + 1))) !== "absent") return false;
    return Date.parse(fact.createTime) < Date.parse(execution.createTime);
  });
}
function canonical(value) {
  return JSON.stringify(
    value,
    (_key, item) => item !== null && typeof item === "object" && !Array.isArray(item) ? Object.fromEntries(
      Object.entries(item).filter(([, field]) => !isNothing(field)).sort(([a], [b]) => a < b ? -1 : 1)
    ) : item
  );
}
var import_node_crypto5, import_manifest2, hash, nameInVolume, isNothing;
var init_fingerprint = __esm({
  "actions/migrate/plan/fingerprint.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    init_secret_versions();
    import_manifest2 = __toESM(require_manifest(), 1);
    init_secrets();
    hash = (text) => (0, import_node_crypto5.createHash)("sha256").update(text).digest("hex");
    nameInVolume = ({ secret = "", items = [] }, project) => items.every(({ version }) => version?.includes("/")) ? "" : fullSecretName(secret, project);
    isNothing = (value) => value === void 0 || value === null || value === false || value === 0 || value === "" || typeof value === "object" && Object.keys(value).length === 0;
  }
});

// actions/migrate/plan/decision.ts
function decide(executions, wanted, repeated = /* @__PURE__ */ new Set()) {
  const alive = executions.filter((execution) => !execution.deleted);
  const running = alive.filter((execution) => !execution.ended);
  const own = running.find((execution) => isSame(execution, wanted));
  if (own) return { kind: "resume", execution: own };
  if (running[0]) return { kind: "wait", execution: running[0] };
  const applied = alive.find(
    (execution) => succeeded(execution) && !repeated.has(execution.name) && isSame(execution, wanted)
  );
  return applied ? { kind: "applied", execution: applied } : { kind: "start" };
}
function isSame(execution, wanted) {
  const { project, facts, fingerprint, configuration } = wanted;
  return isOfCommit(execution, wanted) && // The annotation alone is not enough, because other users can change and run the job.
  configurationOf(execution.template, project, facts) === configuration && (isUnmarked(execution) ? usedTodaysSecrets(execution, project, facts) : execution.annotations[FINGERPRINT_ANNOTATION] === fingerprint);
}
var import_annotations6, isOfCommit, isUnmarked, succeeded;
var init_decision = __esm({
  "actions/migrate/plan/decision.ts"() {
    "use strict";
    import_annotations6 = __toESM(require_annotations(), 1);
    init_fingerprint();
    init_job();
    isOfCommit = (execution, { commit, digest }) => execution.labels[import_annotations6.COMMIT_LABEL] === commit && execution.annotations[DIGEST_ANNOTATION] === digest;
    isUnmarked = ({ annotations }) => annotations[FINGERPRINT_ANNOTATION] === void 0;
    succeeded = (execution) => execution.ended && execution.completed?.state === "CONDITION_SUCCEEDED" && execution.succeeded === execution.taskCount && execution.failed === 0 && execution.cancelled === 0;
  }
});

// actions/migrate/report/outcome.ts
function describeFailure(execution, tasks, timeout) {
  if (!execution || execution.deleted)
    return "The execution was deleted while it ran, so its result is unknown. Check the database before you run it again.";
  const { completed } = execution;
  if (execution.cancelled > 0 || completed?.reason === "CANCELLED")
    return "The execution was cancelled while it ran. Migrations that were complete are applied; see the log for the last one.";
  const task = tasks.find(({ exitCode, signal, message }) => exitCode !== 0 || signal !== 0 || message !== "");
  const messages = [completed?.message ?? "", task?.message ?? ""].join(" ");
  if (/timeout|DEADLINE/i.test(`${messages} ${completed?.reason}`))
    return `The migration timed out after ${timeout} and was stopped. Increase the input timeout, or split the migration.`;
  if (/memory/i.test(messages) || task?.signal === 9 || task?.exitCode === 137)
    return "The migration was killed, most likely because it ran out of memory. Increase resources.limits in a manifest.";
  if (task && task.signal !== 0) return `The migration was terminated by signal ${task.signal}.`;
  if (task && task.exitCode !== 0) return `The migration failed with exit code ${task.exitCode}.`;
  const reason = completed?.message || completed?.reason || "Cloud Run gave no reason";
  return `The migration failed: ${reason.replace(/\.?$/, ".")}`;
}
var init_outcome = __esm({
  "actions/migrate/report/outcome.ts"() {
    "use strict";
  }
});

// shared:src/runtime/retry.ts
var require_retry = __commonJS({
  "shared:src/runtime/retry.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/retry.ts"];
  }
});

// src/google/logging.ts
function createLogReader(cloud) {
  const list = async (filter, orderBy, pageSize, next = {}) => await cloud.http.json({
    method: "POST",
    url: `${cloud.endpoints.logging}/v2/entries:list`,
    json: {
      resourceNames: [`projects/${cloud.project}`],
      filter,
      orderBy,
      pageSize,
      ...next
    },
    idempotent: true,
    deadline: 2e4,
    resource: `logs of project ${cloud.project}`,
    permission: "logging.logEntries.list",
    role: "roles/logging.viewer"
  });
  return {
    async tail(filter, count) {
      const { entries = [] } = await list(filter, "timestamp desc", count);
      return entries.map(toLine).filter(hasText).slice(0, count).reverse();
    },
    async exists(filter, from, to) {
      const { entries = [], nextPageToken } = await list(within(filter, from, to), "timestamp desc", 1);
      return entries.length > 0 || Boolean(nextPageToken);
    },
    async times(filter, from, to) {
      const found2 = [];
      const pages = pagesOf((next) => list(within(filter, from, to), "timestamp desc", 1e3, next));
      for await (const { entries = [] } of pages) {
        for (const { resource, timestamp = "" } of entries)
          found2.push({ revision: resource?.labels?.revision_name ?? "", at: Date.parse(timestamp) });
        if (found2.length >= MOST_COUNTED) return { moments: found2, since: (found2.at(-1)?.at ?? to) + 1 };
      }
      return { moments: found2, since: from };
    },
    async follow(filter, onLine, done) {
      const seen = /* @__PURE__ */ new Set();
      let since = "";
      const read2 = async () => {
        const window2 = since === "" ? filter : `${filter} AND timestamp>="${since}"`;
        for await (const { entries = [] } of pagesOf((next) => list(window2, "timestamp asc", 1e3, next)))
          for (const line of entries.map(toLine).filter(hasText)) {
            if (seen.has(line.id)) continue;
            seen.add(line.id);
            onLine(line);
            since = earlier(line.timestamp, 1e4);
          }
      };
      try {
        const { clock } = cloud;
        await (0, import_retry.poll)(read2, { clock, signal: done, first: FIRST_PAUSE, longest: LONGEST_PAUSE }).catch(
          (error) => {
            if (error instanceof import_errors17.CloudError || !done.aborted) throw error;
          }
        );
        await read2();
        return void 0;
      } catch (error) {
        if (error instanceof import_errors17.CloudError) return error;
        throw error;
      }
    }
  };
}
function executionFilter(name) {
  const [, , , region, , job, , execution] = name.split("/");
  return `resource.type="cloud_run_job" AND resource.labels.location="${region}" AND resource.labels.job_name="${job}" AND labels."run.googleapis.com/execution_name"="${execution}"`;
}
function toLine(entry2) {
  const timestamp = entry2.timestamp ?? entry2.receiveTimestamp ?? "";
  const text = payloadText(entry2);
  return { id: entry2.insertId ?? `${timestamp} ${text}`, timestamp, severity: entry2.severity ?? "DEFAULT", text };
}
function payloadText({ textPayload, jsonPayload }) {
  if (textPayload !== void 0) return textPayload;
  if (!jsonPayload) return "";
  const { message, error } = jsonPayload;
  if (typeof message !== "string") return JSON.stringify(jsonPayload);
  return typeof error === "string" && !message.includes(error) ? `${message}: ${error}` : message;
}
var import_errors17, import_retry, MOST_COUNTED, FIRST_PAUSE, LONGEST_PAUSE, within, hasText, earlier;
var init_logging = __esm({
  "src/google/logging.ts"() {
    "use strict";
    import_errors17 = __toESM(require_errors(), 1);
    import_retry = __toESM(require_retry(), 1);
    init_pages();
    MOST_COUNTED = 1e4;
    FIRST_PAUSE = 1e3;
    LONGEST_PAUSE = 5e3;
    within = (filter, from, to) => `${filter} AND timestamp>="${new Date(from).toISOString()}" AND timestamp<"${new Date(to).toISOString()}"`;
    hasText = (line) => line.text !== "";
    earlier = (timestamp, ms) => Number.isNaN(Date.parse(timestamp)) ? "" : new Date(Date.parse(timestamp) - ms).toISOString();
  }
});

// shared:google-auth-library
var require_google_auth_library = __commonJS({
  "shared:google-auth-library"(exports2, module2) {
    module2.exports = require("../shared/google-auth.cjs")["google-auth-library"];
  }
});

// shared:src/runtime/interruption.ts
var require_interruption = __commonJS({
  "shared:src/runtime/interruption.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/interruption.ts"];
  }
});

// shared:src/google/errors/cloud-error.ts
var require_cloud_error = __commonJS({
  "shared:src/google/errors/cloud-error.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/errors/cloud-error.ts"];
  }
});

// shared:src/google/errors/error-body.ts
var require_error_body = __commonJS({
  "shared:src/google/errors/error-body.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/errors/error-body.ts"];
  }
});

// shared:src/google/http/auth-transport.ts
var require_auth_transport = __commonJS({
  "shared:src/google/http/auth-transport.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/auth-transport.ts"];
  }
});

// src/google/run/clients.ts
async function clientOptions(auth, endpoint) {
  const url = new URL(endpoint);
  return {
    fallback: true,
    auth: new import_google_auth_library.GoogleAuth({ authClient: await auth.client() }),
    apiEndpoint: url.hostname,
    port: Number(url.port || (url.protocol === "http:" ? 80 : 443)),
    protocol: url.protocol.replace(":", "")
  };
}
async function called(caller, facts, call) {
  const { clock, signal, auth } = caller;
  const end = clock.now() + (facts.deadline ?? READ_DEADLINE);
  let refused;
  let last;
  const heard = async (work2) => {
    try {
      return await (0, import_interruption.orAborted)(work2, signal);
    } catch (error) {
      throw signal.aborted ? (0, import_interruption.interrupted)(signal, facts.resource, last) : error;
    }
  };
  const work = async () => {
    signal.throwIfAborted();
    let token;
    try {
      token = await heard(auth.accessToken(refused));
      return await heard(call());
    } catch (error) {
      if (signal.aborted) throw error;
      last = toCloudError(facts, error, auth.member());
      if (last.status !== 401 || token === void 0 || refused !== void 0) throw last;
      refused = token;
      return await work();
    }
  };
  const { reads = false, resource } = facts;
  return await (0, import_retry2.retry)(work, { clock, signal, resource, until: end, mayPass: (error) => reads && (0, import_retry2.isTransient)(error) });
}
function toCloudError(facts, error, member) {
  if (error instanceof import_errors18.CloudError) return error;
  if (error instanceof import_errors18.InputError) throw error;
  const unusable = (0, import_auth_transport.transportError)(error);
  if (unusable) return (0, import_invalid_response2.about)(facts.resource, unusable, error);
  const { code: code3, httpStatusCode } = error;
  const canonical2 = typeof code3 === "number" ? CODES[code3] : void 0;
  if (!canonical2) throw error;
  const status = httpStatusCode ?? canonical2[1];
  return (0, import_cloud_error.cloudError)(facts, { status, body: bodyOf(error), code: canonical2[0], member, cause: error });
}
function bodyOf(error) {
  const raw = error[RAW];
  if (typeof raw === "string" && raw.trim() !== "") return (0, import_error_body.readErrorBody)(raw);
  if (typeof raw === "object" && raw !== null) return (0, import_error_body.readJson)(raw);
  const { reason, errorInfoMetadata: metadata, statusDetails } = error;
  const details = [
    ...Array.isArray(statusDetails) ? statusDetails : [],
    ...reason !== void 0 ? [{ reason, metadata }] : []
  ];
  return (0, import_error_body.readJson)({ error: { message: error.message.replace(/^\d+ [A-Z_]+: /, ""), details } });
}
var import_google_auth_library, import_errors18, import_interruption, import_retry2, import_cloud_error, import_error_body, import_auth_transport, import_invalid_response2, once, CODES, READ_DEADLINE, RAW;
var init_clients = __esm({
  "src/google/run/clients.ts"() {
    "use strict";
    import_google_auth_library = __toESM(require_google_auth_library(), 1);
    import_errors18 = __toESM(require_errors(), 1);
    import_interruption = __toESM(require_interruption(), 1);
    import_retry2 = __toESM(require_retry(), 1);
    import_cloud_error = __toESM(require_cloud_error(), 1);
    import_error_body = __toESM(require_error_body(), 1);
    import_auth_transport = __toESM(require_auth_transport(), 1);
    import_invalid_response2 = __toESM(require_invalid_response(), 1);
    once = () => ({ timeout: 3e4 });
    CODES = [
      ["OK", 200],
      ["CANCELLED", 499],
      ["UNKNOWN", 500],
      ["INVALID_ARGUMENT", 400],
      ["DEADLINE_EXCEEDED", 0],
      ["NOT_FOUND", 404],
      ["ALREADY_EXISTS", 409],
      ["PERMISSION_DENIED", 403],
      ["RESOURCE_EXHAUSTED", 429],
      ["FAILED_PRECONDITION", 400],
      ["ABORTED", 409],
      ["OUT_OF_RANGE", 400],
      ["UNIMPLEMENTED", 501],
      ["INTERNAL", 500],
      ["UNAVAILABLE", 0],
      ["DATA_LOSS", 500],
      ["UNAUTHENTICATED", 401]
    ];
    READ_DEADLINE = 6e4;
    RAW = /* @__PURE__ */ Symbol.for("google-gax.rawHttpResponsePayload");
  }
});

// shared:@google-cloud/run/build/src/v2/executions_client.js
var require_executions_client = __commonJS({
  "shared:@google-cloud/run/build/src/v2/executions_client.js"(exports2, module2) {
    module2.exports = require("../shared/google-run.cjs")["@google-cloud/run/build/src/v2/executions_client.js"];
  }
});

// shared:@google-cloud/run/build/src/v2/tasks_client.js
var require_tasks_client = __commonJS({
  "shared:@google-cloud/run/build/src/v2/tasks_client.js"(exports2, module2) {
    module2.exports = require("../shared/google-run.cjs")["@google-cloud/run/build/src/v2/tasks_client.js"];
  }
});

// src/google/run/executions.ts
function isExecutionName(text) {
  const [job, id = "", ...rest] = typeof text === "string" ? text.split("/executions/") : [];
  return isJobName(job) && /^[a-z0-9-]+$/.test(id) && rest.length === 0;
}
function createExecutions(http, caller, endpoint) {
  const facts = (name, permission) => ({
    resource: `execution ${name}`,
    permission,
    role: "roles/run.developer"
  });
  const reading = (name, permission) => ({
    ...facts(name, permission),
    reads: true,
    deadline: READ_DEADLINE2
  });
  const load = async () => {
    const { ExecutionsClient } = await Promise.resolve().then(() => __toESM(require_executions_client(), 1));
    return new ExecutionsClient(await clientOptions(caller.auth, endpoint));
  };
  let loaded;
  const executionsClient = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    async get(name) {
      const client = await executionsClient();
      const found2 = await (0, import_not_found5.absent)(
        called(caller, reading(name, "run.executions.get"), async () => await client.getExecution({ name }, once()))
      );
      return found2 && toState(found2[0]);
    },
    async list(job) {
      const { executions = [] } = await http.json({
        method: "GET",
        url: `${endpoint}/v2/${job}/executions?pageSize=100`,
        ...facts(job, "run.executions.list")
      });
      return executions.map((execution) => ({
        ...toState(execution),
        template: execution.template ?? {},
        createTime: execution.createTime ?? ""
      }));
    },
    async cancel(name) {
      const client = await executionsClient();
      await called(
        caller,
        facts(name, "run.executions.cancel"),
        async () => await client.cancelExecution({ name }, once())
      );
    },
    async taskResults(name) {
      const { TasksClient } = await Promise.resolve().then(() => __toESM(require_tasks_client(), 1));
      const tasks = new TasksClient(await clientOptions(caller.auth, endpoint));
      const [found2] = await called(
        caller,
        reading(name, "run.tasks.list"),
        async () => await tasks.listTasks({ parent: name, pageSize: 100 }, { ...once(), autoPaginate: false })
      );
      return found2.flatMap(
        ({ lastAttemptResult: result }) => result ? [{ exitCode: result.exitCode ?? 0, signal: result.termSignal ?? 0, message: result.status?.message ?? "" }] : []
      );
    }
  };
}
function toState(execution) {
  const conditions = (execution.conditions ?? []).map(toCondition);
  return {
    name: execution.name ?? "",
    labels: execution.labels ?? {},
    annotations: execution.annotations ?? {},
    taskCount: execution.taskCount ?? 0,
    succeeded: execution.succeededCount ?? 0,
    failed: execution.failedCount ?? 0,
    cancelled: execution.cancelledCount ?? 0,
    running: execution.runningCount ?? 0,
    ended: Boolean(execution.completionTime),
    deleted: Boolean(execution.deleteTime),
    logUri: execution.logUri || void 0,
    completed: conditions.find((condition) => condition.type === "Completed"),
    conditions
  };
}
function toCondition(condition) {
  const reason = condition.executionReason ?? condition.reason ?? condition.revisionReason ?? "";
  return {
    type: condition.type ?? "",
    state: String(condition.state ?? ""),
    message: condition.message ?? "",
    reason: String(reason)
  };
}
var import_not_found5, JOB_NAME, isJobName, READ_DEADLINE2;
var init_executions = __esm({
  "src/google/run/executions.ts"() {
    "use strict";
    import_not_found5 = __toESM(require_not_found(), 1);
    init_clients();
    JOB_NAME = /^projects\/[\w.:-]+\/locations\/[a-z0-9-]+\/jobs\/[a-z0-9-]+$/;
    isJobName = (text) => typeof text === "string" && JOB_NAME.test(text);
    READ_DEADLINE2 = 12e4;
  }
});

// actions/migrate/job/wait-for-execution.ts
async function waitForEnd(following, name, limit) {
  const { executions, clock, signal } = following;
  const look = async () => {
    const execution = await executions.get(name);
    return !execution || execution.ended || execution.deleted ? { execution } : void 0;
  };
  const found2 = await (0, import_retry3.poll)(look, { clock, signal, until: clock.now() + limit, first: 500, longest: 4e3 });
  if (found2) return found2.execution;
  throw new import_errors19.OutcomeError(
    `The execution ${name} timed out after ${Math.round(limit / 1e3)} s and is still running. The next run of this commit waits for it.`
  );
}
async function followToEnd(following, name, limit, logUri) {
  const { logs, log, clock } = following;
  const filter = executionFilter(name);
  const lines = [];
  const onLine = ({ text, severity }) => {
    for (const line of text.split("\n")) {
      lines.push(line);
      log.output(`${marks[severity] ?? " "} ${line}`);
    }
  };
  const done = new AbortController();
  const reading = logs.follow(filter, onLine, done.signal).catch((error) => error);
  try {
    const ended = await waitForEnd(following, name, limit);
    const { signal } = following;
    const any = async () => lines.length > 0 || void 0;
    await (0, import_retry3.poll)(any, { clock, signal, until: clock.now() + STRAGGLERS, longest: 250 }).catch(() => {
    });
    done.abort();
    const problem = await reading;
    if (problem instanceof import_errors19.CloudError)
      log.notice(
        `The log lines of the migration cannot be shown (${problem.status}: ${problem.message} Needs ${problem.permission ?? "logging.logEntries.list"}, for instance ${problem.role ?? "roles/logging.viewer"}). ${logUri ?? ""}`
      );
    return { execution: ended, lines };
  } finally {
    done.abort();
  }
}
var import_errors19, import_retry3, STRAGGLERS, marks;
var init_wait_for_execution = __esm({
  "actions/migrate/job/wait-for-execution.ts"() {
    "use strict";
    init_logging();
    import_errors19 = __toESM(require_errors(), 1);
    import_retry3 = __toESM(require_retry(), 1);
    STRAGGLERS = 3e3;
    marks = { WARNING: "!", ERROR: "\u2717", CRITICAL: "\u2717", ALERT: "\u2717", EMERGENCY: "\u2717" };
  }
});

// actions/migrate/job/cancel-execution.ts
async function leave(inputs, context, execution) {
  if (!inputs.cancelExecution) {
    context.log.warning(`The migration is still running in ${execution}. A re-run of this commit waits for it.`);
    return;
  }
  const signal = expiring(context.clock, PATIENCE, "The call that cancels");
  context.saveState(CANCELLED_STATE, execution);
  try {
    const { http, auth } = (0, import_context2.connect)(context, inputs.auth, { signal });
    const executions = createExecutions(http, { clock: context.clock, signal, auth }, context.endpoints.run);
    await executions.cancel(execution);
    context.log.warning(`The execution ${execution} is being cancelled.`);
  } catch (error) {
    context.log.warning(
      `The execution ${execution} could not be cancelled and is still running: ${error.message}`
    );
  }
}
async function awaitCancelled(inputs, context) {
  const name = context.state(CANCELLED_STATE);
  if (name === "") return;
  if (!isExecutionName(name) || inputs.job !== "" && name.split("/").at(-3) !== inputs.job)
    return context.log.warning(
      `State ${CANCELLED_STATE} names ${name}, which is no execution of this step. It was not cancelled.`
    );
  const cloud = (0, import_context2.connect)(context, inputs.auth);
  const { clock, signal } = context;
  const executions = createExecutions(cloud.http, { clock, signal, auth: cloud.auth }, context.endpoints.run);
  const logs = createLogReader({
    http: cloud.http,
    endpoints: context.endpoints,
    clock: context.clock,
    project: inputs.project
  });
  await executions.cancel(name).catch((error) => {
    if (!(error instanceof import_errors20.CloudError)) throw error;
    context.log.debug(error.message);
  });
  const execution = await waitForEnd(
    { executions, logs, log: context.log, clock: context.clock, signal: context.signal },
    name,
    PATIENCE * 20
  );
  if (execution && succeeded(execution))
    context.log.notice(`The execution ${name} succeeded before it could be cancelled.`);
  else context.log.notice(describeFailure(execution, [], ""));
}
var import_context2, import_errors20, CANCELLED_STATE, PATIENCE;
var init_cancel_execution = __esm({
  "actions/migrate/job/cancel-execution.ts"() {
    "use strict";
    init_logging();
    init_executions();
    import_context2 = __toESM(require_context(), 1);
    import_errors20 = __toESM(require_errors(), 1);
    init_time_limit();
    init_decision();
    init_outcome();
    init_wait_for_execution();
    CANCELLED_STATE = "cancelled-execution";
    PATIENCE = 6e3;
  }
});

// actions/migrate/job/dry-run.ts
async function dryRun(work, { state, plan, decision }, migrations) {
  const { target, context, jobs, inputs, notes } = work;
  if (state) await jobs.update(target.name, plan.job, true);
  else await jobs.create(target.name, plan.job, true);
  const applied = decision.kind === "applied" && !inputs.force;
  const what = applied ? "The commit is applied already; nothing would run." : {
    applied: "The commit is applied already, and the migration would run again (force).",
    resume: "The running execution of this commit would be followed.",
    wait: `The job would ${state ? "be updated" : "be created"} and run after the execution that runs now.`,
    start: `The job would ${state ? "be updated" : "be created"} and run.`
  }[decision.kind];
  const fresh = migrations?.fresh.map(({ file }) => file).join(", ") || "none";
  const changes = (0, import_manifest3.differences)("Job", state, plan.job);
  context.log.info(`Dry run. ${what}${migrations ? ` New migrations: ${fresh}.` : ""}`);
  for (const { field, before, after } of changes)
    context.log.info(`  ${field}: ${before || "(not set)"} \u2192 ${after || "(removed)"}`);
  context.summary.heading(import_summary5.md`Migration: dry run`);
  const { summary } = context;
  summary.paragraph((0, import_summary5.plain)(what));
  if (inputs.when === "after-traffic") {
    context.log.info(AFTER_TRAFFIC);
    summary.paragraph((0, import_summary5.plain)(AFTER_TRAFFIC));
  }
  for (const note of notes) context.summary.paragraph(import_summary5.md`> ${(0, import_summary5.plain)(note)}`);
  if (migrations) context.summary.paragraph(import_summary5.md`New migrations: ${(0, import_summary5.plain)(fresh)}.`);
  if (changes.length > 0)
    context.summary.table(
      [`Setting of job ${target.name.split("/").at(-1)}`, "Before", "After"],
      changes.map(({ field, before, after }) => [(0, import_summary5.code)(field), (0, import_summary5.code)(before), (0, import_summary5.code)(after)])
    );
  else context.summary.paragraph(import_summary5.md`The job would not change.`);
  context.output("already-applied", applied);
}
var import_manifest3, import_summary5, AFTER_TRAFFIC;
var init_dry_run = __esm({
  "actions/migrate/job/dry-run.ts"() {
    "use strict";
    import_manifest3 = __toESM(require_manifest(), 1);
    import_summary5 = __toESM(require_summary(), 1);
    AFTER_TRAFFIC = "It runs after traffic: once the release of this commit has all traffic of its services. From then on the release only rolls forward: a rollback to an earlier one is refused unless forced.";
  }
});

// shared:src/container/image-repositories.ts
var require_image_repositories = __commonJS({
  "shared:src/container/image-repositories.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/image-repositories.ts"];
  }
});

// src/google/run/services.ts
function createServices(http, endpoint) {
  const target = { http, endpoint, collection: "services", word: "service", permission: "run.services" };
  const url = (name) => `${endpoint}/v2/${name}`;
  const facts = (name, verb, role) => ({
    resource: `service ${name}`,
    permission: `run.services.${verb}`,
    role
  });
  return {
    get: (name) => (0, import_not_found6.absent)(http.json({ method: "GET", url: url(name), ...facts(name, "get", "roles/run.viewer") })),
    create: (name, service, options = {}) => write(target, "create", name, service, [], options.validateOnly),
    update: (name, service, mask, options = {}) => write(target, "update", name, service, mask, options.validateOnly),
    async remove(name, etag) {
      await (0, import_not_found6.absent)(
        http.json({
          method: "DELETE",
          url: `${url(name)}?${new URLSearchParams({ etag })}`,
          ...facts(name, "delete", "roles/run.developer")
        })
      );
    },
    // Version 3 shows conditional bindings as they are, so that none is lost in the write
    // (https://cloud.google.com/iam/docs/policies#versions).
    getIamPolicy: (name) => http.json({
      method: "GET",
      url: `${url(name)}:getIamPolicy?options.requestedPolicyVersion=3`,
      ...facts(name, "getIamPolicy", "roles/run.viewer")
    }),
    setIamPolicy: (name, policy) => http.json({
      method: "POST",
      url: `${url(name)}:setIamPolicy`,
      json: { policy },
      ...facts(name, "setIamPolicy", "roles/run.admin")
    })
  };
}
var import_not_found6;
var init_services2 = __esm({
  "src/google/run/services.ts"() {
    "use strict";
    import_not_found6 = __toESM(require_not_found(), 1);
    init_calls();
  }
});

// src/google/project-number.ts
async function readProjectNumber({ http, endpoints }, project) {
  const { name = "" } = await http.json({
    method: "GET",
    url: `${endpoints.cloudresourcemanager}/v3/projects/${project}`,
    resource: `project ${project}`,
    // The number is optional for the caller.
    attemptTimeout: 5e3,
    deadline: 1e4,
    permission: "resourcemanager.projects.get",
    role: "roles/browser"
  });
  return name.replace("projects/", "");
}
async function checkNamespace({ namespace, kind, name }, { project, region }, cloud, log) {
  if (!namespace) return;
  const live = kind === "Service" ? await numberOfService(cloud, `projects/${project}/locations/${region}/services/${name}`) : void 0;
  const number = live ?? await readProjectNumber(cloud, project).catch(warnOfUnknown);
  if (number !== void 0) requireNamespaceOf({ namespace }, project, number);
  function warnOfUnknown(error) {
    if (!(error instanceof import_errors21.CloudError)) throw error;
    log.warning(
      `metadata.namespace: ${namespace?.number} was not compared with the number of ${project}, which could not be read: ${error.message}. Remove metadata.namespace, or write the project's id instead.`,
      namespace?.location
    );
  }
}
function requireNamespaceOf({ namespace }, project, number) {
  if (!namespace || number === namespace.number) return;
  throw new import_errors21.InputError([
    {
      subject: "metadata.namespace",
      message: `is ${namespace.number}, but the number of the project to deploy to, ${project}, is ${number}. Remove it, or use the same value.`,
      location: namespace.location
    }
  ]);
}
async function numberOfService({ http, endpoints }, name) {
  const service = await createServices(http, endpoints.run).get(name).catch((error) => {
    if (error instanceof import_errors21.CloudError) return void 0;
    throw error;
  });
  const [, , , region = "", , short = ""] = name.split("/");
  const prefix = `${short}-`;
  for (const url of service?.urls ?? []) {
    const [host = "", at2 = ""] = new URL(url).hostname.split(/\.(.*)/s);
    const number = host.startsWith(prefix) ? host.slice(prefix.length) : "";
    if (/^\d+$/.test(number) && at2.startsWith(`${region}.run.`)) return number;
  }
  return void 0;
}
var import_errors21;
var init_project_number = __esm({
  "src/google/project-number.ts"() {
    "use strict";
    import_errors21 = __toESM(require_errors(), 1);
    init_services2();
  }
});

// src/google/run/hiding-mounts.ts
function hidingMounts(template, before) {
  return (template.containers ?? []).flatMap((container, i) => {
    const known = before?.containers?.[i]?.volumeMounts?.map(({ mountPath }) => mountPath);
    return (container.volumeMounts ?? []).flatMap(({ name = "", mountPath = "", subPath }) => {
      const folder = mountPath.replace(/(?<=.)\/+$/, "");
      if (known?.includes(mountPath) || subPath !== void 0 || !(FILLED.test(folder) || holdsProgram(folder, container)))
        return [];
      const volume = template.volumes?.find((one) => one.name === name);
      const what = volume?.secret ? "a secret" : `the volume ${name}`;
      const whose = container.name ? ` of the container ${container.name}` : "";
      return `${folder}${whose} gets ${what}, which hides all files that the image has there. Use a separate folder, such as /secrets/${folder.split("/").at(-1)}.`;
    });
  });
}
var FILLED, holdsProgram;
var init_hiding_mounts = __esm({
  "src/google/run/hiding-mounts.ts"() {
    "use strict";
    FILLED = /^\/(?:app|bin|boot|code|etc|home|lib|lib32|lib64|opt|root|run|sbin|srv|usr|var|workspace)$|^\/(?:usr\/(?:bin|lib|local|local\/(?:bin|etc|lib|share)|sbin|share|src|src\/app)|var\/(?:lib|www|www\/html)|etc\/(?:nginx|ssl|ssl\/certs)|home\/\w+)$/;
    holdsProgram = (folder, { command: [program = ""] = [], workingDir = "" }) => [program, `${workingDir}/`].some((path5) => path5.startsWith(`${folder}/`));
  }
});

// src/google/secret-manager.ts
function createSecretManager(http, endpoint) {
  return {
    async version(secret, version) {
      const found2 = await (0, import_not_found7.absent)(
        http.json({
          method: "GET",
          url: `${endpoint}/v1/${secret}/versions/${version}`,
          resource: `secret ${secret}, version ${version}`,
          permission: "secretmanager.versions.get",
          role: "roles/secretmanager.viewer"
        })
      );
      if (!found2) return void 0;
      const { name = `${secret}/versions/${version}`, state = "ENABLED", createTime = "" } = found2;
      return { name, version: name.slice(name.lastIndexOf("/") + 1), state, createTime };
    }
  };
}
var import_not_found7;
var init_secret_manager = __esm({
  "src/google/secret-manager.ts"() {
    "use strict";
    import_not_found7 = __toESM(require_not_found(), 1);
  }
});

// shared:actions/migrate/policy/judge-job.ts
var require_judge_job = __commonJS({
  "shared:actions/migrate/policy/judge-job.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/migrate/policy/judge-job.ts"];
  }
});

// actions/migrate/job/source-service.ts
async function readSource(inputs, cloud, log) {
  const from = inputs.fromService;
  if (!from) return NO_SOURCE;
  const image = (0, import_image_reference6.formatImageName)(inputs.image);
  if ("service" in from) return takeOver(await liveTemplate(inputs, cloud, from.service), image);
  const { template, locate } = await manifestTemplate(inputs, from, cloud, log);
  const source = takeOver(template, image);
  return {
    ...source,
    locate: (variable) => {
      const place = (template.containers ?? []).findIndex(({ env }) => env === source.env);
      const index = source.env.findIndex(({ name }) => name === variable);
      return index < 0 ? void 0 : locate(["template", "containers", place, "env", index]);
    }
  };
}
async function manifestTemplate(inputs, source, cloud, log) {
  const manifest = (0, import_manifest4.readManifest)((0, import_inputs.manifestOrigin)(source, inputs));
  if (manifest.kind === "Job")
    throw new import_errors22.InputError([
      {
        subject: "Input from-service",
        message: `${source.file} is a Job. Set it in the input manifest.`,
        location: { file: source.file }
      }
    ]);
  await checkNamespace(manifest, inputs, cloud, log);
  return { template: manifest.resource.template ?? {}, locate: manifest.locate };
}
async function liveTemplate(inputs, cloud, service) {
  const { project, region } = inputs;
  const live = await createServices(cloud.http, cloud.endpoints.run).get(
    `projects/${project}/locations/${region}/services/${service}`
  );
  if (live) return live.template ?? {};
  throw new import_errors22.InputError([
    {
      subject: "Input from-service",
      message: `the service ${service} was not found in ${region} of ${project}. For a first deploy, pass the path of its manifest.`
    }
  ]);
}
function takeOver(template, imageName) {
  const containers = template.containers ?? [];
  const container = containers.find((one) => runsImage(one, imageName)) ?? containers[(0, import_manifest4.ingressIndex)(containers)] ?? {};
  const volumeMounts = container.volumeMounts ?? [];
  const mounted = new Set(volumeMounts.map(({ name }) => name));
  return {
    env: container.env ?? [],
    volumeMounts,
    volumes: (template.volumes ?? []).filter(({ name }) => mounted.has(name)),
    vpcAccess: template.vpcAccess,
    serviceAccount: template.serviceAccount
  };
}
var import_image_reference6, import_manifest4, import_errors22, import_inputs;
var init_source_service = __esm({
  "actions/migrate/job/source-service.ts"() {
    "use strict";
    import_image_reference6 = __toESM(require_image_reference(), 1);
    init_project_number();
    init_services2();
    import_manifest4 = __toESM(require_manifest(), 1);
    import_errors22 = __toESM(require_errors(), 1);
    import_inputs = __toESM(require_inputs(), 1);
    init_job();
    init_merge_task();
  }
});

// actions/migrate/job/read-target.ts
async function prepareJob(inputs, context, cloud) {
  const manifest = inputs.manifest && (0, import_manifest5.readManifest)((0, import_inputs2.manifestOrigin)(inputs.manifest, inputs));
  if (manifest && manifest.kind !== "Job")
    throw new import_errors23.InputError([
      {
        subject: "Input manifest",
        message: `is a ${manifest.kind}. Pass a manifest of kind Job.`,
        location: { file: inputs.manifest?.file ?? "" }
      }
    ]);
  for (const warning of manifest?.warnings ?? [])
    context.log.warning(`${warning.subject}: ${warning.message}`, warning.location);
  if (manifest && inputs.job && inputs.job !== manifest.name)
    throw new import_errors23.InputError([
      {
        subject: "Input job",
        message: `is ${inputs.job}, but the manifest is for the job ${manifest.name}. Remove one of the two.`
      }
    ]);
  if (manifest) await checkNamespace(manifest, inputs, cloud, context.log);
  const source = await readSource(inputs, cloud, context.log);
  const book = createSecretBook(createSecretManager(cloud.http, context.endpoints.secretmanager), context.log);
  for (const warning of inputs.judged.warnings) context.log.warning(warning);
  const { request: unpinned, notes } = await judged(
    requestOf(inputs, source, manifest?.kind === "Job" ? manifest : void 0),
    manifest,
    inputs,
    context,
    source,
    cloud
  );
  for (const note of notes) context.log.notice(note);
  const named = /* @__PURE__ */ new Set([...inputs.env.keys(), ...inputs.secrets.map(({ name: name2 }) => name2)]);
  const request = await pinned(unpinned, inputs.project, book, {
    ofManifest: manifest?.locate,
    ofVariable: (name2) => named.has(name2) ? void 0 : source.locate?.(name2)
  });
  const name = `projects/${inputs.project}/locations/${inputs.region}/jobs/${manifest?.name ?? inputs.job}`;
  return {
    inputs,
    context,
    cloud,
    notes,
    clock: context.clock,
    signal: context.signal,
    log: context.log,
    jobs: createJobs(cloud.http, context.endpoints.run),
    executions: createExecutions(
      cloud.http,
      { clock: context.clock, signal: context.signal, auth: cloud.auth },
      context.endpoints.run
    ),
    logs: createLogReader({
      http: cloud.http,
      endpoints: context.endpoints,
      clock: context.clock,
      project: inputs.project
    }),
    target: createTarget(name, request, inputs, book, () => checkServices(inputs, context, cloud), context.log)
  };
}
function withTimeout(prepared, job) {
  const timeout = taskOf(job).timeout ?? `${DEFAULT_TIMEOUT / 1e3}s`;
  return { ...prepared, timeout, limit: Number.parseInt(timeout, 10) * 1e3 + START_UP };
}
async function judged(request, manifest, inputs, context, source, cloud) {
  if (request.kind === "inputs" || !manifest) {
    for (const warning of (0, import_judge_job.judgeTakenOver)(source.env.filter(({ name }) => !inputs.env.has(name ?? ""))))
      context.log.warning(warning);
    return { request, notes: inputs.judged.exceptions };
  }
  const clients = { registry: (0, import_registry4.createRegistry)(cloud.http), cloud };
  const { job, notes } = await (0, import_judge_job.judgeManifestJob)(request.job, manifest.locate, inputs, context, clients);
  return { request: { kind: "manifest", job }, notes };
}
async function pinned(request, project, book, { ofManifest, ofVariable }) {
  if (request.kind === "inputs") {
    const env = request.task.containers?.[0]?.env ?? [];
    const locate = ([, , list, index]) => list === "env" ? ofVariable(env[Number(index)]?.name ?? "") : void 0;
    return { ...request, task: await pinSecrets(request.task, project, book, locate) };
  }
  const task = await pinSecrets(
    taskOf(request.job),
    project,
    book,
    ofManifest && ((path5) => ofManifest(["template", "template", ...path5]))
  );
  return { ...request, job: { ...request.job, template: { ...request.job.template, template: task } } };
}
function createTarget(name, request, inputs, book, checkStart2, log) {
  const { commit, project, image } = inputs;
  const { facts } = book;
  const ofCommit = { commit, digest: image.digest };
  const logged = /* @__PURE__ */ new Set();
  const warnOnce = (warning) => {
    if (!logged.has(warning)) log.warning(warning);
    logged.add(warning);
  };
  return {
    name,
    checkStart: checkStart2,
    async plan(current, args) {
      const job = planJob(current, request, inputs);
      const task = taskOf(job);
      (0, import_image_repositories.checkContainerImages)(task.containers ?? [], inputs.imageRepositories, log);
      for (const warning of hidingMounts(task, current && taskOf(current))) warnOnce(warning);
      await lookUpSecrets(task, project, book);
      const fingerprint = fingerprintOf(name, task, project, facts);
      const at2 = containerAt(task.containers ?? [], (0, import_image_reference7.formatImageName)(image));
      const override = args && { container: task.containers?.[at2]?.name, args };
      const executed = args ? withArgs(task, at2, args) : task;
      const configuration = configurationOf(executed, project, facts);
      return {
        job: withFingerprint(job, fingerprint),
        override,
        database: databaseOf(task, project),
        wanted: { ...ofCommit, project, fingerprint, configuration, facts }
      };
    },
    async learn(executions) {
      const unmarked = executions.filter((one) => isOfCommit(one, ofCommit) && isUnmarked(one));
      await Promise.all(unmarked.map(({ template }) => lookUpSecrets(template, project, book, true)));
    }
  };
}
var import_image_reference7, import_image_repositories, import_registry4, import_manifest5, import_errors23, import_inputs2, import_judge_job, START_UP, withArgs;
var init_read_target = __esm({
  "actions/migrate/job/read-target.ts"() {
    "use strict";
    import_image_reference7 = __toESM(require_image_reference(), 1);
    import_image_repositories = __toESM(require_image_repositories(), 1);
    import_registry4 = __toESM(require_registry(), 1);
    init_logging();
    init_project_number();
    init_executions();
    init_hiding_mounts();
    init_jobs();
    init_secret_manager();
    import_manifest5 = __toESM(require_manifest(), 1);
    import_errors23 = __toESM(require_errors(), 1);
    import_inputs2 = __toESM(require_inputs(), 1);
    init_decision();
    init_fingerprint();
    init_job();
    init_merge_task();
    import_judge_job = __toESM(require_judge_job(), 1);
    init_services();
    init_secrets();
    init_source_service();
    START_UP = 3e5;
    withArgs = (task, at2, args) => ({
      ...task,
      containers: (task.containers ?? []).map((container, i) => i === at2 ? { ...container, args: [...args] } : container)
    });
  }
});

// actions/migrate/job/start-execution.ts
async function assess({ jobs, executions }, target, { args, repeated } = {}) {
  const state = await jobs.get(target.name);
  const plan = await target.plan(state, args);
  const listed = state ? await executions.list(target.name) : [];
  await target.learn(listed);
  return { state, plan, executions: listed, decision: decide(listed, plan.wanted, repeated) };
}
function isPlanned(state, job, written) {
  const marks2 = (of) => [DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION].map((key) => of.template?.annotations?.[key]);
  if (JSON.stringify(marks2(state)) !== JSON.stringify(marks2(job))) return false;
  if (written !== void 0 && state.annotations?.[PLAN_ANNOTATION] === written) return true;
  const named = (of) => of.annotations?.[import_annotations7.NAMED_ANNOTATION];
  return named(state) === named(job) && (0, import_manifest6.differences)("Job", state, job).length === 0;
}
async function write2({ jobs }, name, job, state) {
  if (state) await jobs.update(name, job, false);
  else await jobs.create(name, job, false);
}
async function untilReady({ jobs, clock, signal }, name) {
  const look = async () => {
    const state = await jobs.get(name);
    return state && !state.reconciling ? state : void 0;
  };
  if (await (0, import_retry4.poll)(look, { clock, signal, until: clock.now() + DEADLINE })) return;
  throw new import_errors24.OutcomeError(`The job ${name} timed out after ${DEADLINE / 1e3} s: it was written and is not ready.`);
}
async function startOnce(starting, target, options) {
  const { name } = target;
  let written;
  const work = async () => {
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const { state, plan, decision } = await assess(starting, target, options);
      if (decision.kind === "wait") return { other: decision.execution.name };
      if (decision.kind === "resume" || decision.kind === "applied" && !options.args)
        return { execution: decision.execution.name, started: false };
      const before = state?.annotations?.[SCHEMA_ANNOTATION];
      const after = JSON.stringify(options.record(readRecord(before)));
      const planned = state && before === after && isPlanned(state, plan.job, written);
      if (planned && !state.reconciling) {
        const problem = jobProblem(state);
        if (problem) throw new import_errors24.OutcomeError(`The job ${name} cannot run: ${problem}`);
        if (!options.args) await checkStart(starting, target, options);
        return {
          execution: await starting.jobs.run(name, state.etag ?? "", plan.override && [plan.override]),
          started: true
        };
      }
      if (!planned) {
        const job = { ...plan.job, annotations: { ...plan.job.annotations, [SCHEMA_ANNOTATION]: after } };
        written = plan.job.annotations?.[PLAN_ANNOTATION];
        await write2(starting, name, job, state);
      }
      await untilReady(starting, name);
    }
    throw new import_errors24.OutcomeError(
      `The job ${name} was modified concurrently; gave up after ${ROUNDS} attempts. Run this step again.`
    );
  };
  try {
    return await persist(starting, `job ${name}`, work);
  } catch (error) {
    throw error instanceof import_errors24.CloudError && error.status === 429 ? quota(error) : error;
  }
}
async function checkStart(starting, target, options) {
  try {
    await target.checkStart();
  } catch (error) {
    await withdraw(starting, target, options).catch(({ message }) => starting.log.debug(message));
    throw error;
  }
}
async function withdraw(starting, target, options) {
  const { withdrawn } = options;
  if (!withdrawn) return;
  await persist(starting, `job ${target.name}`, async () => {
    const { state, plan, decision, executions } = await assess(starting, target, options);
    if (!state || decision.kind === "resume" || decision.kind === "applied") return;
    const before = state.annotations?.[SCHEMA_ANNOTATION];
    const ran = executions.some((execution) => isSame(execution, plan.wanted));
    const after = JSON.stringify(withdrawn(readRecord(before), ran));
    if (before !== after)
      await starting.jobs.update(
        target.name,
        { ...state, annotations: { ...state.annotations, [SCHEMA_ANNOTATION]: after } },
        false
      );
  });
}
async function persist({ clock, signal, log }, resource, work) {
  return await (0, import_retry4.retry)(work, {
    clock,
    signal,
    resource,
    until: clock.now() + DEADLINE,
    mayPass: (error) => (0, import_retry4.isTransient)(error) || error instanceof import_errors24.CloudError && (error.status === 409 || error.status > 500),
    onRetry: ({ message }) => log.debug(`${resource}: ${message}; looking again`)
  });
}
var import_manifest6, import_annotations7, import_errors24, import_retry4, DEADLINE, ROUNDS, quota;
var init_start_execution = __esm({
  "actions/migrate/job/start-execution.ts"() {
    "use strict";
    init_jobs();
    import_manifest6 = __toESM(require_manifest(), 1);
    import_annotations7 = __toESM(require_annotations(), 1);
    init_schema();
    import_errors24 = __toESM(require_errors(), 1);
    import_retry4 = __toESM(require_retry(), 1);
    init_decision();
    init_job();
    DEADLINE = 12e4;
    ROUNDS = 10;
    quota = (cause) => new import_errors24.OutcomeError(
      `Cloud Run did not start the migration: too many executions run in this project and region (429: ${cause.message}). Wait for them, or request more quota.`,
      { cause }
    );
  }
});

// actions/migrate/job/schema-version.ts
async function startAfterOthers(work, options) {
  const end = work.clock.now() + work.limit;
  for (; ; ) {
    const start = await startOnce(work, work.target, options);
    if ("execution" in start) return start;
    work.log.info(`Waiting for ${start.other}, which runs in the same job.`);
    await waitForEnd(work, start.other, Math.max(0, end - work.clock.now()));
  }
}
async function askStatus2(work, when) {
  const { statusArgs } = work.inputs;
  if (statusArgs.length === 0) return void 0;
  const { execution: name } = await startAfterOthers(work, { args: statusArgs, record: (record) => record });
  const quiet = { ...work, log: { ...work.log, info: work.log.debug } };
  const { execution, lines } = await followToEnd(quiet, name, work.limit, void 0);
  const status = parseStatus(lines);
  if (status?.dirty) throw new import_errors25.OutcomeError(dirtyMessage(status));
  if (status) work.log.info(`Schema ${when}: version ${status.version}`);
  else if (!execution || !succeeded(execution)) {
    const failure = describeFailure(execution, await work.executions.taskResults(name).catch(() => []), work.timeout);
    throw new import_errors25.OutcomeError(`status-args failed ${when} the migration. ${failure}`);
  } else {
    work.log.warning(
      "The version of the schema is unknown: status-args printed no version, or its log lines cannot be read."
    );
  }
  return status;
}
var import_errors25;
var init_schema_version2 = __esm({
  "actions/migrate/job/schema-version.ts"() {
    "use strict";
    import_errors25 = __toESM(require_errors(), 1);
    init_schema_version();
    init_decision();
    init_outcome();
    init_start_execution();
    init_wait_for_execution();
  }
});

// actions/migrate/job/migrate-in-job.ts
async function runJob(inputs, context) {
  const cloud = (0, import_context3.connect)(context, inputs.auth);
  if (inputs.services.length > 0) await checkServices(inputs, context, cloud);
  await requireProvenance([inputs.image], inputs.provenance, { http: cloud.http, log: context.log });
  const prepared = await prepareJob(inputs, context, cloud);
  const assessment = await assess(prepared, prepared.target);
  if (inputs.services.length === 0) await checkServices(inputs, context, cloud);
  const { state, plan, decision, executions } = assessment;
  const { database } = plan;
  const work = withTimeout(prepared, plan.job);
  const record = readRecord(state?.annotations?.[SCHEMA_ANNOTATION]);
  const known = recordedOf(record, database);
  if (inputs.dryRun) return await dryRun(work, assessment, await checkMigrations(inputs, context, known));
  const earlier2 = new Set(executions.filter(({ ended }) => ended).map(({ name }) => name));
  let repeated;
  let before;
  if (decision.kind === "applied" && !inputs.force) {
    const migrations2 = listMigrations(inputs, known);
    const expected = entryOf(record, { commit: inputs.commit, database, ...sideOf(inputs) })?.version ?? migrations2?.newest;
    before = await askStatus2(work, "now");
    if (!before || expected === void 0 || reaches(before.version, expected)) {
      const version2 = before?.version ?? expected;
      context.log.info(`Commit ${inputs.commit} is applied already, by ${decision.execution.name}. Nothing to do.`);
      await remember(work, migrations2, entry(work, database, migrations2, version2, "applied"), state);
      return finish(work, decision.execution, version2, before && expected !== void 0 ? "verified" : "recorded");
    }
    context.log.warning(
      `Commit ${inputs.commit} is recorded as applied with version ${expected}, and the database is at version ${before.version}. The migration runs again.`
    );
    repeated = earlier2;
  } else if (inputs.force) {
    if (decision.kind === "applied")
      context.log.notice(`Forced: ${decision.execution.name} applied this commit already. The migration runs again.`);
    repeated = earlier2;
  }
  const resuming = decision.kind === "resume";
  if (!resuming) before ??= await askStatus2(work, "before");
  const schema = { ...known, version: before?.version ?? known.version };
  const migrations = resuming ? listMigrations(inputs, known) : await checkMigrations(inputs, context, schema);
  const execution = await migrate(work, database, migrations, repeated);
  const after = await askStatus2(work, "after");
  const version = after?.version ?? migrations?.newest ?? before?.version;
  await remember(work, migrations, entry(work, database, migrations, version, "applied"));
  finish(work, execution, version, void 0);
}
async function migrate(work, database, migrations, repeated) {
  const { context } = work;
  const { execution: name, started } = await startAfterOthers(work, {
    record: (record) => withEntry(record, entry(work, database, migrations, void 0, "started")),
    withdrawn: (record, ran) => withoutStart(record, entry(work, database, migrations, void 0, "started"), ran),
    ...repeated && { repeated }
  });
  if (!started) work.log.info("This commit's migration is already running; following it.");
  context.output("execution", name);
  try {
    const first = await work.executions.get(name);
    context.output("log-uri", first?.logUri);
    context.log.info(`Execution ${name}${first?.logUri ? `
Logs: ${first.logUri}` : ""}`);
    const { execution, lines } = await followToEnd(work, name, work.limit, first?.logUri);
    if (execution && succeeded(execution)) return execution;
    const tasks = execution ? await work.executions.taskResults(name).catch(() => []) : [];
    await remember(work, void 0, entry(work, database, migrations, void 0, "failed")).catch(
      (error) => context.log.debug(error.message)
    );
    if (lines.length > 0) context.summary.block(lines.slice(-20).join("\n"), "text");
    throw new import_errors26.OutcomeError(
      `${describeFailure(execution, tasks, work.timeout)} Do not deploy this commit. ${first?.logUri ?? ""}`.trim()
    );
  } catch (error) {
    if ((0, import_errors26.isAbort)(error)) await leave(work.inputs, context, name);
    throw error;
  }
}
function finish({ inputs, context, target, notes }, execution, version, applied) {
  context.output("execution", execution.name);
  context.output("log-uri", execution.logUri);
  context.output("schema-version", version);
  context.output("already-applied", applied !== void 0);
  summarizeMigration(context.summary, {
    run: context.github,
    inputs,
    notes,
    job: target.name,
    execution: execution.name,
    logUri: execution.logUri,
    version,
    applied
  });
}
var import_context3, import_errors26, sideOf, entry, remember;
var init_migrate_in_job = __esm({
  "actions/migrate/job/migrate-in-job.ts"() {
    "use strict";
    init_require_provenance();
    init_schema();
    import_context3 = __toESM(require_context(), 1);
    import_errors26 = __toESM(require_errors(), 1);
    init_check_migrations();
    init_read_migrations();
    init_schema_version();
    init_write_schema_record();
    init_decision();
    init_outcome();
    init_summary();
    init_services();
    init_cancel_execution();
    init_dry_run();
    init_read_target();
    init_schema_version2();
    init_start_execution();
    init_wait_for_execution();
    sideOf = ({ when }) => when === "after-traffic" ? { when } : {};
    entry = (work, database, migrations, version, state) => ({
      commit: work.inputs.commit,
      database,
      ...sideOf(work.inputs),
      ...version !== void 0 && { version },
      contracting: work.inputs.contracting || (migrations?.contracting ?? false),
      state,
      at: new Date(work.clock.now()).toISOString()
    });
    remember = (work, migrations, entry2, known) => {
      const files = migrations && versionsToRecord(migrations, work.inputs.outOfOrder);
      return persist(work, `job ${work.target.name}`, () => recordEntry(work.jobs, work.target.name, entry2, files, known));
    };
  }
});

// actions/migrate/run.ts
async function run(inputs, context, pid) {
  const { timeout, mode } = inputs;
  const timed = timeout === void 0 ? context : withDeadline(context, timeout + VERDICT_GRACE, timeout);
  await (mode === "job" ? runJob(inputs, timed) : runInDocker(inputs, timed, pid));
}
var VERDICT_GRACE;
var init_run = __esm({
  "actions/migrate/run.ts"() {
    "use strict";
    init_time_limit();
    init_migrate_in_docker();
    init_migrate_in_job();
    VERDICT_GRACE = 1e4;
  }
});

// actions/migrate/main.ts
var main_exports = {};
var import_node_process, import_action, import_inputs3;
var init_main = __esm({
  "actions/migrate/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    import_action = __toESM(require_action(), 1);
    import_inputs3 = __toESM(require_inputs(), 1);
    init_run();
    void (0, import_action.runAction)({ name: "migrate", readInputs: import_inputs3.readInputs, run: (inputs, context) => run(inputs, context, import_node_process.default.pid) }, import_node_process.default);
  }
});

// actions/migrate/clean-up.ts
async function cleanUpMigration(inputs, context) {
  const dir = claimedFolder(context, CONFIG_STATE, temporaryFolder(context.github.temp));
  if (dir) removeFolder(dir);
  if (inputs) await awaitCancelled(inputs, context);
}
var init_clean_up = __esm({
  "actions/migrate/clean-up.ts"() {
    "use strict";
    init_docker_config();
    init_temporary_folder();
    init_migrate_in_docker();
    init_cancel_execution();
  }
});

// actions/migrate/post.ts
var post_exports = {};
var import_node_process2, import_action2, import_inputs4;
var init_post = __esm({
  "actions/migrate/post.ts"() {
    "use strict";
    import_node_process2 = __toESM(require("node:process"), 1);
    import_action2 = __toESM(require_action(), 1);
    init_clean_up();
    import_inputs4 = __toESM(require_inputs(), 1);
    init_cancel_execution();
    void (0, import_action2.runAction)(
      {
        name: "migrate",
        readInputs: (reader, context) => context.state(CANCELLED_STATE) ? (0, import_inputs4.readInputs)(reader, context) : void 0,
        run: cleanUpMigration
      },
      import_node_process2.default
    );
  }
});

// actions/migrate/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
exports.post = () => void (init_post(), __toCommonJS(post_exports));
