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

// shared:actions/build-image/inputs.ts
var require_inputs = __commonJS({
  "shared:actions/build-image/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/build-image/inputs.ts"];
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
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path.dirname(filePath);
            const upperName = path.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
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
        return value instanceof P ? value : new P(function(resolve8) {
          resolve8(value);
        });
      }
      return new (P || (P = Promise))(function(resolve8, reject) {
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
          result.done ? resolve8(result.value) : adopt(result.value).then(fulfilled, rejected);
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
    const matches2 = yield findInPath(tool);
    if (matches2 && matches2.length > 0) {
      return matches2[0];
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
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
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
    const matches2 = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path2.join(directory, tool), extensions);
      if (filePath) {
        matches2.push(filePath);
      }
    }
    return matches2;
  });
}
var path2, __awaiter2;
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    path2 = __toESM(require("path"), 1);
    init_io_util();
    __awaiter2 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve8) {
          resolve8(value);
        });
      }
      return new (P || (P = Promise))(function(resolve8, reject) {
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
          result.done ? resolve8(result.value) : adopt(result.value).then(fulfilled, rejected);
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
  let escaped2 = false;
  let arg = "";
  function append(c) {
    if (escaped2 && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped2 = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped2) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped2) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped2 = true;
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
        return value instanceof P ? value : new P(function(resolve8) {
          resolve8(value);
        });
      }
      return new (P || (P = Promise))(function(resolve8, reject) {
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
          result.done ? resolve8(result.value) : adopt(result.value).then(fulfilled, rejected);
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
          return new Promise((resolve8, reject) => __awaiter3(this, void 0, void 0, function* () {
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
                resolve8(exitCode);
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
        return value instanceof P ? value : new P(function(resolve8) {
          resolve8(value);
        });
      }
      return new (P || (P = Promise))(function(resolve8, reject) {
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
          result.done ? resolve8(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// shared:src/runtime/errors.ts
var require_errors = __commonJS({
  "shared:src/runtime/errors.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/errors.ts"];
  }
});

// src/container/docker.ts
function createDocker({ env: base, docker: program }, cwd, signal) {
  if (program) return program.start(cwd, signal);
  const clean = Object.entries(base).filter((entry) => {
    return entry[1] !== void 0 && !entry[0].startsWith("INPUT_");
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
        throw new import_errors.InputError([
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
var import_node_diagnostics_channel, import_errors;
var init_docker = __esm({
  "src/container/docker.ts"() {
    "use strict";
    import_node_diagnostics_channel = require("node:diagnostics_channel");
    init_exec();
    import_errors = __toESM(require_errors(), 1);
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
  const stop = await serveHelper(
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
      stop();
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
function refuseOwners(path4, problem) {
  throw new import_errors2.InputError([
    {
      subject: "Docker configuration",
      message: `${path4} ${problem}. It belongs to this runner (DOCKER_CONFIG, or .docker in the home folder): fix it, or remove it and log in again.`
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
    const at = /line \d+ column \d+|position \d+/.exec(error.message)?.[0];
    return refuse(`is not valid JSON${at ? ` (${at})` : ""}`);
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
var import_node_fs2, import_node_net, import_node_os, import_node_path2, import_node_readline, import_read_file, import_errors2, O_NONBLOCK, O_RDWR, O_WRONLY, temporaryFolder;
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
    import_errors2 = __toESM(require_errors(), 1);
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

// shared:src/container/registry.ts
var require_registry = __commonJS({
  "shared:src/container/registry.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/registry.ts"];
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
    isMergeOfPull = ({ eventName, payload: { pull_request: pull } }) => pull !== void 0 && eventName !== "pull_request_target";
    packed = (folder, branch) => textOf((0, import_node_path3.join)(folder, "packed-refs")).split("\n").find((line) => line.endsWith(` ${branch}`))?.split(" ")[0] ?? "";
    textOf = (path4) => (0, import_node_fs3.existsSync)(path4) ? (0, import_node_fs3.readFileSync)(path4, "utf8") : "";
    isOf = (repository, config) => [...config.matchAll(/^\s*url\s*=\s*(\S+?)(?:\.git)?\/?\s*$/gm)].some(
      ([, url = ""]) => ["/", ":"].some((before) => url.toLowerCase().endsWith(before + repository.toLowerCase()))
    );
  }
});

// shared:src/provenance/statement.ts
var require_statement = __commonJS({
  "shared:src/provenance/statement.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/statement.ts"];
  }
});

// shared:src/runtime/context.ts
var require_context = __commonJS({
  "shared:src/runtime/context.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/context.ts"];
  }
});

// shared:src/runtime/retry.ts
var require_retry = __commonJS({
  "shared:src/runtime/retry.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/retry.ts"];
  }
});

// shared:src/inputs/duration.ts
var require_duration = __commonJS({
  "shared:src/inputs/duration.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/duration.ts"];
  }
});

// src/runtime/time-limit.ts
function withDeadline(context, ms, shown = ms) {
  const over = new AbortController();
  context.clock.timer(ms, () => over.abort(new import_errors3.TimedOutError(shown)));
  return {
    ...context,
    signal: AbortSignal.any([context.signal, over.signal]),
    deadline: context.clock.now() + ms,
    timeout: shown
  };
}
var import_duration, import_errors3, withTimeLimit;
var init_time_limit = __esm({
  "src/runtime/time-limit.ts"() {
    "use strict";
    import_duration = __toESM(require_duration(), 1);
    import_errors3 = __toESM(require_errors(), 1);
    withTimeLimit = (context, ms) => ms === void 0 ? context : withDeadline(context, ms);
  }
});

// shared:src/google/http/loopback.ts
var require_loopback = __commonJS({
  "shared:src/google/http/loopback.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/loopback.ts"];
  }
});

// actions/build-image/build/builder.ts
async function chooseBuilder(inputs, docker, env, folder, random, onMade) {
  const inspected = await docker(["buildx", "inspect", ...inputs.builder ? [inputs.builder] : []], { env });
  const driver = /^Driver:\s*(\S+)/m.exec(inspected.stdout)?.[1];
  if (inspected.exitCode !== 0 || driver === void 0) throw unusable(inputs, inspected.stderr || inspected.stdout);
  const capable = driver !== "docker" || inspected.stdout.includes(SNAPSHOTTER);
  if (capable) return firstBuilder(inputs);
  if (inputs.builder || !wanted(inputs)) return { name: inputs.builder, capable, missing: lacking(inputs) };
  const name = `orchestra-${random.hex(8)}`;
  onMade(name);
  const made = await docker(
    ["buildx", "create", "--name", name, "--driver", "docker-container", ...local(inputs, folder)],
    { env }
  );
  const started = made.exitCode === 0 ? await docker(["buildx", "inspect", "--bootstrap", name], { env }) : made;
  if (started.exitCode === 0) return { name, capable: true, missing: void 0 };
  const reason = lastLine(started.stderr);
  return {
    name: void 0,
    capable: false,
    missing: `${lacking(inputs)} A builder for this step could not be started: ${reason}`
  };
}
function lacking(inputs) {
  const parts = [
    ...inputs.provenance !== "false" ? ["provenance"] : [],
    ...inputs.sbom !== "false" ? ["sbom"] : [],
    ...inputs.cache !== "off" ? [`cache: ${inputs.cache}`] : [],
    // Their image is written with BuildKit's own exporter.
    ...inputs.cacheMounts ? ["cache-mounts"] : []
  ];
  if (parts.length === 0) return void 0;
  return `Built without ${parts.join(", ")}: this builder cannot, as Docker runs without the containerd image store. ${SETUP}`;
}
function local(inputs, folder) {
  if (!(0, import_loopback.isLoopback)(inputs.image.host)) return [];
  const config = (0, import_node_path4.join)(folder, "buildkitd.toml");
  (0, import_node_fs4.writeFileSync)(config, `[registry."${inputs.image.host}"]
  http = true
`);
  return ["--driver-opt", "network=host", "--config", config];
}
function unusable(inputs, text) {
  if (/is not a docker command|unknown command: docker buildx/.test(text))
    return new import_errors4.InputError([{ subject: "Docker", message: `buildx was not found. ${SETUP}` }]);
  if (/no builder .* found|not found/.test(text) && inputs.builder)
    return new import_errors4.InputError([
      { subject: "Input builder", message: `the builder "${inputs.builder}" was not found. ${SETUP}` }
    ]);
  if (/Cannot connect to the Docker daemon|daemon running/.test(text))
    return new import_errors4.InputError([
      { subject: "Docker", message: "its engine does not respond. Start Docker on this runner." }
    ]);
  return new import_errors4.OutcomeError(`The builder is not usable: ${lastLine(text)}`);
}
var import_node_fs4, import_node_path4, import_loopback, import_errors4, OWN_BUILDER, SETUP, firstBuilder, SNAPSHOTTER, wanted, lastLine;
var init_builder = __esm({
  "actions/build-image/build/builder.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_node_path4 = require("node:path");
    import_loopback = __toESM(require_loopback(), 1);
    import_errors4 = __toESM(require_errors(), 1);
    OWN_BUILDER = /^orchestra-[0-9a-f]{16}$/;
    SETUP = "Add docker/setup-buildx-action before this step.";
    firstBuilder = (inputs) => ({
      name: inputs.builder,
      capable: true,
      missing: void 0
    });
    SNAPSHOTTER = "org.mobyproject.buildkit.worker.snapshotter:";
    wanted = (inputs) => inputs.platforms.length > 1 || inputs.cache === "gha" || inputs.push && lacking(inputs) !== void 0;
    lastLine = (text) => text.trim().split("\n").at(-1) ?? "";
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

// shared:src/google/http/invalid-response.ts
var require_invalid_response = __commonJS({
  "shared:src/google/http/invalid-response.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"];
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
  return await (0, import_retry.retry)(work, { clock, signal, resource, until: end, mayPass: (error) => reads && (0, import_retry.isTransient)(error) });
}
function toCloudError(facts, error, member) {
  if (error instanceof import_errors5.CloudError) return error;
  if (error instanceof import_errors5.InputError) throw error;
  const unusable2 = (0, import_auth_transport.transportError)(error);
  if (unusable2) return (0, import_invalid_response.about)(facts.resource, unusable2, error);
  const { code: code3, httpStatusCode } = error;
  const canonical = typeof code3 === "number" ? CODES[code3] : void 0;
  if (!canonical) throw error;
  const status = httpStatusCode ?? canonical[1];
  return (0, import_cloud_error.cloudError)(facts, { status, body: bodyOf(error), code: canonical[0], member, cause: error });
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
var import_google_auth_library, import_errors5, import_interruption, import_retry, import_cloud_error, import_error_body, import_auth_transport, import_invalid_response, once, CODES, READ_DEADLINE, RAW;
var init_clients = __esm({
  "src/google/run/clients.ts"() {
    "use strict";
    import_google_auth_library = __toESM(require_google_auth_library(), 1);
    import_errors5 = __toESM(require_errors(), 1);
    import_interruption = __toESM(require_interruption(), 1);
    import_retry = __toESM(require_retry(), 1);
    import_cloud_error = __toESM(require_cloud_error(), 1);
    import_error_body = __toESM(require_error_body(), 1);
    import_auth_transport = __toESM(require_auth_transport(), 1);
    import_invalid_response = __toESM(require_invalid_response(), 1);
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

// shared:@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js
var require_artifact_registry_client = __commonJS({
  "shared:@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js"(exports2, module2) {
    module2.exports = require("../shared/google-artifact-registry.cjs")["@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js"];
  }
});

// src/google/artifact-registry.ts
async function checkRepository(caller, endpoint, name) {
  const { ArtifactRegistryClient } = await Promise.resolve().then(() => __toESM(require_artifact_registry_client(), 1));
  const client = new ArtifactRegistryClient(await clientOptions(caller.auth, endpoint));
  const facts = { resource: `repository ${name}`, role: WRITER, reads: true };
  const granted = called(
    caller,
    facts,
    async () => await client.testIamPermissions({ resource: name, permissions: [UPLOAD] }, once())
  );
  granted.catch(() => {
  });
  const [repository] = await called(
    caller,
    { ...facts, permission: "artifactregistry.repositories.get" },
    async () => await client.getRepository({ name }, once())
  ).catch((error) => {
    throw error instanceof import_errors6.CloudError && error.status === 404 ? missing(name, error) : error;
  });
  if (String(repository.format) !== "DOCKER")
    throw new import_errors6.OutcomeError(
      `Repository ${name} holds ${repository.format} packages. A repository of format docker is required.`
    );
  if (["VIRTUAL_REPOSITORY", "REMOTE_REPOSITORY"].includes(String(repository.mode)))
    throw new import_errors6.OutcomeError(
      `Repository ${name} is ${repository.mode}, and images are pushed to standard repositories only.`
    );
  const [{ permissions }] = await granted;
  if (!permissions?.includes(UPLOAD))
    throw new import_errors6.CloudError({
      message: "no permission to push to it",
      status: 403,
      code: "PERMISSION_DENIED",
      resource: `repository ${name}`,
      permission: UPLOAD,
      role: WRITER,
      member: caller.auth.member()
    });
  return { name, immutableTags: repository.dockerConfig?.immutableTags ?? false };
}
function missing(name, cause) {
  const [, project, , location, , repository] = name.split("/");
  return new import_errors6.CloudError(
    {
      message: `it does not exist. Create it: gcloud artifacts repositories create ${repository} --repository-format=docker --location=${location} --project=${project}`,
      status: 404,
      code: cause.code,
      resource: cause.resource
    },
    { cause }
  );
}
var import_errors6, UPLOAD, WRITER;
var init_artifact_registry = __esm({
  "src/google/artifact-registry.ts"() {
    "use strict";
    import_errors6 = __toESM(require_errors(), 1);
    init_clients();
    UPLOAD = "artifactregistry.repositories.uploadArtifacts";
    WRITER = "roles/artifactregistry.writer";
  }
});

// shared:actions/build-image/plan/own-tags.ts
var require_own_tags = __commonJS({
  "shared:actions/build-image/plan/own-tags.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/build-image/plan/own-tags.ts"];
  }
});

// shared:actions/build-image/reuse/key-label.ts
var require_key_label = __commonJS({
  "shared:actions/build-image/reuse/key-label.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/build-image/reuse/key-label.ts"];
  }
});

// actions/build-image/reuse/build-record.ts
async function readBuildRecord(registry, image, manifest) {
  const { annotations } = manifest;
  if (annotations[import_key_label.KEY_LABEL] === void 0) return await (0, import_registry.imageLabels)(registry, image, manifest);
  return Object.fromEntries(
    [...import_key_label.INDEX_ANNOTATIONS].flatMap(([label, annotation]) => {
      const value = annotations[annotation];
      return value === void 0 ? [] : [[label, value]];
    })
  );
}
var import_registry, import_key_label;
var init_build_record = __esm({
  "actions/build-image/reuse/build-record.ts"() {
    "use strict";
    import_registry = __toESM(require_registry(), 1);
    import_key_label = __toESM(require_key_label(), 1);
  }
});

// actions/build-image/reuse/find-image.ts
async function findReusable(registry, image, key, maxAge, now) {
  try {
    const manifest = await registry.manifest(image, (0, import_own_tags.keyTag)(key));
    if (!manifest) return { hit: false, reason: "no image was built from these inputs yet" };
    return judgeReuse(manifest, await readBuildRecord(registry, image, manifest), key, maxAge, now);
  } catch (error) {
    if (error instanceof import_errors7.CloudError && ![0, 401, 403].includes(error.status))
      return {
        hit: false,
        reason: `the registry responded with ${error.status}: ${error.message}`
      };
    throw error;
  }
}
function judgeReuse(manifest, labels, key, maxAge, now) {
  if (labels[import_key_label2.KEY_LABEL] !== key) return { hit: false, reason: "the image found has another reuse key" };
  const created = new Date(labels[import_key_label2.CREATED_LABEL] ?? Number.NaN);
  const age = now - created.getTime();
  if ((0, import_key_label2.isInFuture)(created, now))
    return {
      hit: false,
      reason: `the image found is dated in the future (${created.toISOString()}), so its age is unknown`
    };
  if (Number.isNaN(age))
    return { hit: false, reason: `the image found has no valid label ${import_key_label2.CREATED_LABEL}, so its age is unknown` };
  if (age > maxAge)
    return {
      hit: false,
      reason: `the image found is older than reuse-max-age (${(age / 864e5).toFixed(1)} days)`
    };
  return { hit: true, manifest, commit: labels[import_key_label2.REVISION_LABEL] ?? "unknown", created };
}
async function tagAll(registry, image, manifest, tags) {
  const results = await Promise.allSettled(tags.map((tag) => registry.tag(image, manifest, tag)));
  for (const [i, result] of results.entries()) {
    if (result.status === "fulfilled") continue;
    const error = result.reason;
    const tag = tags[i];
    if (!(error instanceof import_errors7.CloudError) || error.status < 400 || error.status >= 500) throw error;
    const present = await registry.digest(image, tag);
    if (present === manifest.digest) continue;
    if (present !== void 0 && error.status !== 401 && !error.message.includes("ermission"))
      throw taken(tag, present, error);
    if (/MANIFEST_BLOB_UNKNOWN|MANIFEST_UNKNOWN|BLOB_UNKNOWN/i.test(`${error.code} ${error.message}`)) return false;
    throw error;
  }
  return true;
}
var import_errors7, import_own_tags, import_key_label2, taken;
var init_find_image = __esm({
  "actions/build-image/reuse/find-image.ts"() {
    "use strict";
    import_errors7 = __toESM(require_errors(), 1);
    import_own_tags = __toESM(require_own_tags(), 1);
    init_build_record();
    import_key_label2 = __toESM(require_key_label(), 1);
    taken = (tag, digest, cause) => new import_errors7.OutcomeError(
      `The tag ${tag} exists, points at ${digest}, and cannot be moved: the repository has immutable tags. That image was built from other inputs of the same commit; build from a new commit, or leave the tag out of the input tags.`,
      { cause }
    );
  }
});

// actions/build-image/build/push-target.ts
async function checkPushTarget({ inputs, context, cloud }) {
  if (!inputs.push || !inputs.repository) return void 0;
  const caller = { clock: context.clock, signal: context.signal, auth: cloud.auth };
  return await checkRepository(caller, context.endpoints.artifactregistry, inputs.repository);
}
async function tagsToPush({ inputs, registry, tags, key }, repository, untrusted) {
  const lookup = key ? [(0, import_own_tags2.keyTag)(key)] : [];
  if (!repository?.immutableTags) return [...tags, ...lookup];
  const present = await Promise.all(
    [...tags, ...lookup].map(async (tag) => [tag, await registry.digest(inputs.image, tag)])
  );
  const conflict = present.find(([tag, digest]) => digest !== void 0 && tags.includes(tag));
  if (conflict) {
    const [tag, digest] = conflict;
    throw digest === untrusted?.digest ? unsigned((0, import_image_reference.formatImageName)(inputs.image), tag, untrusted) : taken(tag, digest);
  }
  return present.filter(([, digest]) => digest === void 0).map(([tag]) => tag);
}
var import_image_reference, import_errors8, import_own_tags2, unsigned;
var init_push_target = __esm({
  "actions/build-image/build/push-target.ts"() {
    "use strict";
    import_image_reference = __toESM(require_image_reference(), 1);
    init_artifact_registry();
    import_errors8 = __toESM(require_errors(), 1);
    import_own_tags2 = __toESM(require_own_tags(), 1);
    init_find_image();
    unsigned = (name, tag, { digest, reason }) => new import_errors8.OutcomeError(
      `The tag ${tag} exists, points at ${digest}, and cannot be moved: the repository has immutable tags. That image has the same inputs and is not reused, since ${reason}: nothing proves that this workflow built it. Delete it with "gcloud artifacts docker images delete ${name}@${digest} --delete-tags" and run this step again, or build from a new commit.`
    );
  }
});

// actions/build-image/build/pushed-image.ts
async function readBack(registry, image, digest) {
  const manifest = await registry.manifest(image, digest);
  if (manifest) return manifest;
  throw new import_errors9.OutcomeError(`The registry has no ${(0, import_image_reference2.formatImageName)(image)}@${digest}, though the push reported it.`);
}
async function tagReused(registry, image, manifest, tags) {
  const whole = async () => {
    try {
      await readPlatforms(registry, image, manifest, { instructions: false });
      return true;
    } catch (error) {
      if (error instanceof import_errors9.OutcomeError) return false;
      throw error;
    }
  };
  const parts = await Promise.all([tagAll(registry, image, manifest, tags), whole()]);
  return parts.every(Boolean);
}
async function completeTags(registry, image, manifest, pushed, added) {
  const name = (0, import_image_reference2.formatImageName)(image);
  const { digest } = manifest;
  const [complete, found] = await Promise.all([
    tagAll(registry, image, manifest, added),
    Promise.all(pushed.map((tag) => registry.digest(image, tag)))
  ]);
  if (!complete)
    throw new import_errors9.OutcomeError(
      `The registry has lost parts of ${name}@${digest}, though the push reported it. Run this step again.`
    );
  for (const [i, tag] of pushed.entries()) {
    if (found[i] !== digest)
      throw new import_errors9.OutcomeError(
        `The tag ${name}:${tag} was modified concurrently: it points at ${found[i] ?? "nothing"} and not at ${digest}, which this step pushed. Run this step again.`
      );
  }
}
async function readPlatforms(registry, image, manifest, { instructions } = { instructions: true }) {
  const entries = manifest.config ? [void 0] : manifest.manifests.filter((entry) => !(0, import_registry2.isAttestation)(entry));
  return await Promise.all(entries.map((entry) => readPlatform(registry, image, manifest, entry, instructions)));
}
async function readPlatform(registry, image, manifest, entry, withInstructions) {
  const single = entry ? await registry.manifest(image, entry.digest) : manifest;
  if (!single)
    throw new import_errors9.OutcomeError(`The index ${manifest.digest} names ${entry?.digest}, which the registry does not have.`);
  const config = withInstructions || !entry?.platform ? await registry.config(image, single) : {};
  const instructions = (config.history ?? []).filter((step) => !step.empty_layer).map((step) => step.created_by);
  return {
    platform: (0, import_registry2.formatPlatform)(entry?.platform ?? config),
    digest: single.digest,
    layers: single.layers.map(({ digest, size }, i) => ({ digest, size, instruction: instructions[i] }))
  };
}
var import_image_reference2, import_registry2, import_errors9, totalSize;
var init_pushed_image = __esm({
  "actions/build-image/build/pushed-image.ts"() {
    "use strict";
    import_image_reference2 = __toESM(require_image_reference(), 1);
    import_registry2 = __toESM(require_registry(), 1);
    import_errors9 = __toESM(require_errors(), 1);
    init_find_image();
    totalSize = (platform) => platform.layers.reduce((sum, { size }) => sum + size, 0);
  }
});

// actions/build-image/build/registry-logins.ts
function createLogins(cloud, context, allowed) {
  let last;
  let refused;
  return {
    refused: () => {
      refused = last;
    },
    token: async () => {
      await allowed;
      last = await cloud.auth.accessToken(refused);
      context.mask(last);
      return last;
    }
  };
}
var init_registry_logins = __esm({
  "actions/build-image/build/registry-logins.ts"() {
    "use strict";
  }
});

// shared:src/policy/secrets/variable-names.ts
var require_variable_names = __commonJS({
  "shared:src/policy/secrets/variable-names.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/policy/secrets/variable-names.ts"];
  }
});

// src/runtime/output/heartbeat.ts
async function withHeartbeat(what, { log, clock }, work) {
  const began = clock.now();
  let cancel = () => {
  };
  const waitAgain = () => {
    cancel();
    cancel = clock.timer(SILENCE, () => {
      log.info(`${what()}: still running, ${Math.round((clock.now() - began) / 1e3)} s`);
      waitAgain();
    });
  };
  waitAgain();
  try {
    return await work(waitAgain);
  } finally {
    cancel();
  }
}
var SILENCE;
var init_heartbeat = __esm({
  "src/runtime/output/heartbeat.ts"() {
    "use strict";
    SILENCE = 3e4;
  }
});

// actions/build-image/build/build-error.ts
function readBuildError(text, dockerfile, exitCode) {
  const message = (/^ERROR: ([\s\S]*)/m.exec(text)?.[1] ?? (text.split("\n").filter(Boolean).at(-1) || withoutMessage(exitCode))).trim();
  if (/buildkit-syft-scanner|sbom.*scanner/i.test(message) && /failed to (resolve|do request|fetch|pull)/i.test(message))
    return { kind: "scanner", message, location: void 0 };
  if ((PUSHING.test(message) || ENGINE_PUSHING.test(message)) && TRANSIENT.test(message))
    return { kind: "registry", message, location: void 0 };
  const frame = /^(\S.*):(\d+)\n-{4,}/m.exec(text);
  const inText = /dockerfile parse error on line (\d+)|parse error.* line (\d+)/i.exec(message);
  const line = Number(frame?.[2] ?? inText?.[1] ?? inText?.[2] ?? Number.NaN);
  if (!Number.isNaN(line)) return { kind: "instruction", message, location: { file: dockerfile, line } };
  return { kind: "other", message, location: void 0 };
}
var TRANSIENT, PUSHING, ENGINE_PUSHING, withoutMessage;
var init_build_error = __esm({
  "actions/build-image/build/build-error.ts"() {
    "use strict";
    TRANSIENT = /\b(401|404|408|429|500|502|503|504)\b|unauthorized|invalid_token|connection reset|connection refused|broken pipe|unexpected EOF|: EOF|i\/o timeout|TLS handshake timeout|context deadline exceeded|too many requests|temporar/i;
    PUSHING = /failed to push|error: failed to (copy|authorize)|failed to fetch (oauth|anonymous) token|pushing |push access/i;
    ENGINE_PUSHING = /^(Error response from daemon: |Get "https?:\/\/[^/"]+\/v2\/)/;
    withoutMessage = (exitCode) => `docker buildx ended with exit code ${exitCode} and without a message.${exitCode === 137 ? " It was killed: the runner may have run out of memory." : ""} Run this step again.`;
  }
});

// actions/build-image/build/progress.ts
function createProgress(print) {
  const decoder = new import_node_string_decoder.StringDecoder("utf8");
  const vertices = /* @__PURE__ */ new Map();
  const partial = /* @__PURE__ */ new Map();
  const warnings = /* @__PURE__ */ new Map();
  const text = [];
  let cacheDigest;
  let rest = "";
  let object2 = "";
  const entryOf = (digest) => {
    let entry = vertices.get(digest);
    if (!entry) {
      entry = {
        number: vertices.size + 1,
        vertex: { digest, name: "" },
        busy: 0,
        announced: false,
        closed: false,
        ran: false
      };
      vertices.set(digest, entry);
    }
    return entry;
  };
  const onVertex = (vertex) => {
    const entry = entryOf(vertex.digest);
    entry.vertex = { ...entry.vertex, ...vertex };
    if (vertex.started && !entry.announced) {
      entry.announced = true;
      print(`#${entry.number} ${vertex.name}`);
    }
    if (!vertex.completed || !vertex.started) return;
    entry.busy = Date.parse(vertex.completed) - Date.parse(vertex.started);
    entry.ran ||= !vertex.cached;
    if (entry.closed) return;
    entry.closed = true;
    const outcome = vertex.error ? `ERROR: ${vertex.error}` : vertex.cached ? "CACHED" : "DONE";
    print(`#${entry.number} ${outcome} ${(entry.busy / 1e3).toFixed(1)}s`);
  };
  const onLog = (digest, data) => {
    const lines = ((partial.get(digest) ?? "") + data).split(/\r?\n/);
    partial.set(digest, lines.pop() ?? "");
    for (const line of lines) print(`#${entryOf(digest).number} ${line.slice(line.lastIndexOf("\r") + 1)}`);
  };
  const onStatus = (status) => {
    for (const vertex of status.vertexes ?? []) onVertex(vertex);
    for (const log of status.logs ?? []) onLog(log.vertex, decode(log.data ?? ""));
    for (const { id = "" } of status.statuses ?? [])
      cacheDigest = /^writing cache (?:image )?manifest (sha256:[0-9a-f]{64})$/.exec(id)?.[1] ?? cacheDigest;
    for (const warning of status.warnings ?? []) {
      const location = warning.sourceInfo?.filename ? { file: warning.sourceInfo.filename, ...lineOf(warning.range?.[0]?.start?.line) } : void 0;
      const detail = (warning.detail ?? []).map(decode);
      const message = [decode(warning.short ?? ""), ...detail, warning.url].filter(Boolean).join(" ");
      warnings.set(`${message} ${location?.line}`, { message, location });
    }
  };
  const onLine = (line) => {
    if (object2 === "" && !line.startsWith("{")) {
      text.push(line);
      return;
    }
    object2 += `${line}
`;
    if (!line.endsWith("}") || line !== "}" && !line.startsWith("{")) return;
    const status = parse(object2);
    if (!status && line !== "}") return;
    if (status) onStatus(status);
    else text.push(object2.trimEnd());
    object2 = "";
  };
  return {
    write(chunk) {
      const lines = (rest + decoder.write(chunk)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    },
    end() {
      if (rest !== "") onLine(rest);
      if (object2 !== "") text.push(object2.trimEnd());
      rest = "";
      object2 = "";
    },
    running() {
      const entry = [...vertices.values()].findLast(({ announced, closed }) => announced && !closed);
      return entry && `#${entry.number} ${entry.vertex.name}`;
    },
    steps: () => [...vertices.values()].filter(({ vertex }) => vertex.completed).map(({ vertex, busy, ran }) => ({
      name: vertex.name,
      cached: (vertex.cached ?? false) && !ran,
      failed: Boolean(vertex.error),
      duration: busy
    })),
    cacheDigest: () => cacheDigest,
    warnings: () => [...warnings.values()],
    text: () => text.join("\n").trim()
  };
}
function parse(object2) {
  try {
    return JSON.parse(object2);
  } catch {
    return void 0;
  }
}
var import_node_string_decoder, decode, lineOf;
var init_progress = __esm({
  "actions/build-image/build/progress.ts"() {
    "use strict";
    import_node_string_decoder = require("node:string_decoder");
    decode = (base64) => Buffer.from(base64, "base64").toString("utf8");
    lineOf = (line) => line ? { line } : {};
  }
});

// actions/build-image/build/run-build.ts
async function build(builds) {
  const { log, clock, signal } = builds;
  const state = { sbom: builds.sbom, runs: 0, builderAsked: false };
  const pauseAfter = () => PAUSES[Math.min(state.runs, PAUSES.length) - 1];
  try {
    return await (0, import_retry2.retry)(() => attemptBuild(builds, state), {
      clock,
      signal,
      resource: "push of the image",
      pauseAfter,
      mayPass: (error) => error instanceof PushRefusedError && clock.now() + pauseAfter() <= (state.deadline ?? Number.POSITIVE_INFINITY),
      onRetry: ({ message }, pause) => log.info(
        `The registry refused the push: ${message}. The image is not rebuilt; next attempt in ${pause / 1e3} s.`
      )
    });
  } catch (error) {
    if (!(error instanceof PushRefusedError)) throw error;
    throw new import_errors10.OutcomeError(
      `The push failed for ${PUSH_DEADLINE / 1e3} s, in ${state.runs} attempts. ${error.message}`,
      { cause: error }
    );
  }
}
async function attemptBuild(builds, state) {
  const { log, clock } = builds;
  const { exitCode, progress, metadataFile } = await runDocker(builds, state);
  state.runs++;
  const done = { steps: progress.steps(), warnings: progress.warnings() };
  if (exitCode === 0)
    return {
      ...state.first ?? done,
      metadata: readMetadata(metadataFile),
      cacheDigest: progress.cacheDigest(),
      attempts: state.runs
    };
  const error = readBuildError(progress.text(), builds.dockerfile, exitCode);
  if (error.kind === "scanner" && state.sbom === "true") {
    log.warning(
      `Built without SBOM: the scanner's image could not be pulled (${error.message}). Set sbom to false, or to generator=IMAGE.`
    );
    state.sbom = "false";
    return await attemptBuild(builds, state);
  }
  if (error.kind === "other" && !state.builderAsked) {
    state.builderAsked = true;
    if (await builds.anotherBuilder()) return await attemptBuild(builds, state);
  }
  if (error.kind !== "registry") throw failure(error, progress.warnings(), log);
  if (/\b401\b|unauthorized|invalid_token/i.test(error.message)) builds.onLoginRefused();
  state.first ??= done;
  state.deadline ??= clock.now() + PUSH_DEADLINE;
  throw new PushRefusedError(error.message);
}
async function runDocker(builds, { sbom, deadline }) {
  const { log, clock } = builds;
  const metadataFile = (0, import_node_path5.join)(builds.folder, "metadata.json");
  (0, import_node_fs5.rmSync)(metadataFile, { force: true });
  const plan = builds.plan({ again: deadline !== void 0, sbom, metadataFile });
  let printed = () => {
  };
  const progress = createProgress((line) => {
    log.output(line);
    printed();
  });
  const { exitCode } = await withHeartbeat(
    () => progress.running() ?? "docker buildx build",
    // The step's name is the Dockerfile's text.
    { log: { info: log.output }, clock },
    (onPrint) => {
      printed = onPrint;
      return builds.docker(plan.args, {
        env: { ...builds.env, ...plan.env },
        onStart: builds.onStart,
        onOutput: (chunk) => progress.write(chunk)
      });
    }
  );
  progress.end();
  return { exitCode, progress, metadataFile };
}
function failure(error, warnings, log) {
  reportWarnings(warnings, log);
  return new import_errors10.OutcomeError(
    `ERROR: ${error.message}${hint(error.message)}`,
    error.location ? { location: error.location } : {}
  );
}
function hint(message) {
  if (/exec format error/.test(message))
    return "\nThis runner cannot run programs of that platform. Add docker/setup-qemu-action before this step.";
  const [, secret] = /\bsecret (\S+): not found/.exec(message) ?? [];
  if (secret !== void 0)
    return `
Pass it in secrets, as ${secret}=VALUE; in pipeline.yml, in the secret build-env.`;
  if (/unexpected key '[^']+' in /.test(message))
    return "\nThis builder does not know that option yet. Let the Dockerfile begin with the line # syntax=docker/dockerfile:1.";
  if (/network\.host is not allowed/.test(message)) return "\nAdd --allow=network.host to extra-args.";
  return "";
}
function reportWarnings(warnings, log) {
  for (const { message, location } of warnings) if (!isAboutPublicKey(message)) log.warning(message, location);
}
function isAboutPublicKey(message) {
  const [, name] = /^SecretsUsedInArgOrEnv: .*\((?:ARG|ENV) "([^"]+)"\)/.exec(message) ?? [];
  return name !== void 0 && (0, import_variable_names.isPublicByName)(name);
}
function readMetadata(file) {
  try {
    return JSON.parse((0, import_node_fs5.readFileSync)(file, "utf8"));
  } catch (cause) {
    throw new import_errors10.OutcomeError(
      "The build succeeded without metadata, so the digest is unknown. Check that buildx is 0.13 or newer.",
      { cause }
    );
  }
}
var import_node_fs5, import_node_path5, import_variable_names, import_errors10, import_retry2, PUSH_DEADLINE, PAUSES, PushRefusedError;
var init_run_build = __esm({
  "actions/build-image/build/run-build.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    import_node_path5 = require("node:path");
    import_variable_names = __toESM(require_variable_names(), 1);
    import_errors10 = __toESM(require_errors(), 1);
    init_heartbeat();
    import_retry2 = __toESM(require_retry(), 1);
    init_build_error();
    init_progress();
    PUSH_DEADLINE = 12e4;
    PAUSES = [1e3, 2e3, 4e3, 8e3, 16e3, 3e4];
    PushRefusedError = class extends Error {
    };
  }
});

// shared:src/provenance/identity.ts
var require_identity = __commonJS({
  "shared:src/provenance/identity.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/identity.ts"];
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

// shared:src/container/registry-calls.ts
var require_registry_calls = __commonJS({
  "shared:src/container/registry-calls.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/registry-calls.ts"];
  }
});

// src/container/registry-artifacts.ts
function createRegistryArtifacts(client) {
  const calls = (0, import_registry_calls.createRegistryCalls)(client);
  const resource = (image) => `image ${(0, import_image_reference3.formatImageName)(image)}`;
  return {
    async tags(image, prefix) {
      const found = [];
      let url = calls.url(image, `/tags/list?n=${PAGE}&last=${prefix.slice(0, -1)}`);
      for (let pages = 0; url !== void 0 && pages < MOST_PAGES; pages++) {
        const at = url;
        const response = await (0, import_not_found.absent)(
          calls.send({ method: "GET", url: at, resource: resource(image), maxBytes: MOST_LIST, ...import_registry_calls.READ })
        );
        if (!response) return [];
        const about2 = { resource: resource(image), url: at, status: response.status };
        const { tags } = (0, import_invalid_response2.parseResponse)(about2, response.text);
        const page = (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === "string");
        found.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = (0, import_client.locationOf)(at, /<([^>]+)>; *rel="?next"?/.exec(response.headers.link ?? "")?.[1]);
        if (next !== void 0 && new URL(next).origin !== new URL(at).origin) throw (0, import_invalid_response2.redirected)(about2, next);
        const past = page.length > 0 && page.at(-1) > `${prefix}\uFFFF` && isSorted(page);
        url = past ? void 0 : next;
      }
      return [...new Set(found)];
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
        const { manifests } = (0, import_invalid_response2.parseResponse)(
          about2,
          response.text
        );
        return (Array.isArray(manifests) ? manifests : []).flatMap(
          ({ digest: one }) => typeof one === "string" ? [one] : []
        );
      } catch (error) {
        if (error instanceof import_errors11.CloudError && error.status >= 200 && error.status < 500) return [];
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
      const descriptor2 = { mediaType, digest, size: content.length };
      const begin = calls.url(image, "/blobs/uploads/");
      const started = await calls.send({ ...about2, method: "POST", url: begin, idempotent: true });
      const session = (0, import_client.locationOf)(begin, started.headers.location);
      if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
        throw (0, import_invalid_response2.redirected)({ ...about2, url: begin, status: started.status }, session);
      const put = new URL(session);
      put.searchParams.set("digest", digest);
      await calls.send({
        ...about2,
        method: "PUT",
        url: put.href,
        headers: { "content-type": "application/octet-stream" },
        body: content
      });
      return descriptor2;
    },
    async pushManifest(image, tag, manifest) {
      await calls.send({
        method: "PUT",
        url: calls.url(image, `/manifests/${tag}`),
        headers: { "content-type": import_registry3.OCI_MANIFEST },
        body: manifest,
        resource: `tag ${(0, import_image_reference3.formatImageName)(image)}:${tag}`,
        ...import_registry_calls.WRITE
      });
    }
  };
}
var import_node_crypto2, import_not_found, import_client, import_invalid_response2, import_errors11, import_image_reference3, import_registry3, import_registry_calls, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_not_found = __toESM(require_not_found(), 1);
    import_client = __toESM(require_client(), 1);
    import_invalid_response2 = __toESM(require_invalid_response(), 1);
    import_errors11 = __toESM(require_errors(), 1);
    import_image_reference3 = __toESM(require_image_reference(), 1);
    import_registry3 = __toESM(require_registry(), 1);
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
        if (error instanceof import_errors12.CloudError && (error.status === 0 || error.status >= 400)) throw error;
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
          mediaType: import_registry4.OCI_MANIFEST,
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
          if (!(error instanceof import_errors12.CloudError) || await registry.digest(image, tag) !== digest) throw error;
        }
      }
    }
  };
}
var import_registry4, import_errors12, import_attestation_tag, BUNDLE_TYPE, EMPTY_TYPE, EMPTY, MOST_BUNDLE, MOST_EMBEDDED, attestationTag;
var init_attestation_store = __esm({
  "src/provenance/attestation-store.ts"() {
    "use strict";
    import_registry4 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    import_errors12 = __toESM(require_errors(), 1);
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
  let read = 0;
  const judge = async (reference) => {
    const { bundle, problem } = await store.read(image, digest, reference);
    read++;
    const verdict = bundle ? verify(bundle, { ...expected, digest }) : void 0;
    if (verdict?.verified) return verdict.build;
    const reason = verdict?.reason ?? problem ?? "empty";
    if (!reason.startsWith("of type ")) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return void 0;
  };
  const search = async (references) => {
    let found;
    let next = 0;
    const work = async () => {
      while (!found && next < references.length) found ??= await judge(references[next++]);
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    return found;
  };
  const tags = await store.list(image, digest);
  const build2 = await search(tags.slice(0, MOST)) ?? await search((await store.listReferrers(image, digest)).slice(0, MOST));
  if (build2) return { verified: true, build: build2 };
  const name = (0, import_image_reference4.formatImageDigest)(image);
  const what = expected.predicateType;
  if (read === 0) return { verified: false, reason: `no attestation is attached to ${name}` };
  const counted = [...reasons].sort(([, a], [, b]) => b - a);
  const listed3 = counted.slice(0, MOST_REASONS).map(([reason, count]) => `${count} is ${reason}`);
  const rest = counted.length > MOST_REASONS ? [`${counted.length - MOST_REASONS} more reasons`] : [];
  return {
    verified: false,
    reason: `${read} attestation${read === 1 ? " is" : "s are"} attached to ${name}, and none counts as ${what}${counted.length > 0 ? `: ${[...listed3, ...rest].join("; ")}` : ""}`
  };
}
var import_image_reference4, PARALLEL, MOST, MOST_REASONS;
var init_check_image = __esm({
  "src/provenance/check-image.ts"() {
    "use strict";
    import_image_reference4 = __toESM(require_image_reference(), 1);
    PARALLEL = 32;
    MOST = 2e4;
    MOST_REASONS = 5;
  }
});

// src/provenance/require-provenance.ts
async function loadVerifier({ trustedRoots, keys }) {
  const { createVerifier } = await import("../shared/verifier.cjs");
  try {
    return createVerifier(trustedRoots, keys);
  } catch (error) {
    throw new import_errors13.InputError([
      {
        subject: "Input trusted-root",
        message: `contains no usable trusted root: ${error.message}. Create it with: npx github:orchestra/actions#v1 trusted-root > FILE`
      }
    ]);
  }
}
async function verifyProvenance(image, { identity, trustedRoots, keys }, { http }, predicateType = import_statement.SLSA_PROVENANCE, { complete = false } = {}) {
  if (!(0, import_loopback2.isLoopback)(image.host) && !(0, import_image_reference5.artifactRegistryRepository)(image, void 0))
    return {
      verified: false,
      reason: `${(0, import_image_reference5.formatImageDigest)(image)} is not in Artifact Registry, where attestations are read`
    };
  const store = createAttestationStore((0, import_registry5.createRegistry)(http), createRegistryArtifacts(http));
  const from = complete ? { ...store, listReferrers: async () => [] } : store;
  return await checkImage(from, await loadVerifier({ trustedRoots, keys }), image, { predicateType, identity });
}
var import_image_reference5, import_registry5, import_loopback2, import_errors13, import_statement;
var init_require_provenance = __esm({
  "src/provenance/require-provenance.ts"() {
    "use strict";
    import_image_reference5 = __toESM(require_image_reference(), 1);
    import_registry5 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    import_loopback2 = __toESM(require_loopback(), 1);
    import_errors13 = __toESM(require_errors(), 1);
    init_attestation_store();
    init_check_image();
    import_statement = __toESM(require_statement(), 1);
  }
});

// actions/build-image/reuse/trusted-reuse.ts
async function reuseObstacle(work, digest) {
  if (!needsProvenance(work)) return void 0;
  const { inputs, cloud, context } = work;
  const { identity, trustedRoots, keys, mode } = inputs.provenanceRequired;
  if (!identity) return "the required builder is unknown (input provenance-identity)";
  const trust = { identity, trustedRoots, keys };
  const complete = inputs.sign !== "off";
  const result = await verifyProvenance({ ...inputs.image, digest }, trust, cloud, import_statement2.SLSA_PROVENANCE, { complete });
  if (result.verified) return void 0;
  if (mode !== "warn" || inputs.sign === "required") return result.reason;
  context.log.warning(`require-provenance: the image of the same inputs is reused, though ${result.reason}.`);
  return void 0;
}
async function trustCache(work) {
  const { inputs } = work;
  if (inputs.cache === "off" || !inputs.push || !mustBeSigned(work)) return void 0;
  if (inputs.cache === "gha") {
    work.context.log.info("The build cache is ignored: GitHub's cache carries no provenance; use cache: registry.");
    return { from: void 0, write: false };
  }
  return {
    from: await verifiedContent(work, (0, import_own_tags3.cacheTag)(inputs.platforms), import_statement2.BUILD_CACHE, "build cache is"),
    write: isTrustedRef(work)
  };
}
async function trustCacheMounts(work) {
  const { inputs, context, registry } = work;
  const tag = (0, import_own_tags3.cacheMountsTag)(inputs.platforms);
  const merged = !UNMERGED.includes(context.github.eventName);
  if (!mustBeSigned(work)) return { from: await registry.digest(inputs.image, tag), write: merged };
  return {
    from: await verifiedContent(work, tag, import_statement2.CACHE_MOUNTS, "cache mounts in the registry are"),
    write: merged && isTrustedRef(work)
  };
}
function isTrustedRef({ inputs, context }) {
  const { identity } = inputs.provenanceRequired;
  return identity !== void 0 && (0, import_identity.identityRefMatches)(context.github.ref, identity);
}
async function verifiedContent({ inputs, context, registry, cloud }, tag, predicateType, what) {
  const { identity, trustedRoots, keys } = inputs.provenanceRequired;
  const digest = await registry.digest(inputs.image, tag);
  if (digest === void 0) return void 0;
  const result = identity ? await verifyProvenance({ ...inputs.image, digest }, { identity, trustedRoots, keys }, cloud, predicateType) : { verified: false, reason: "the required builder is unknown (input provenance-identity)" };
  if (result.verified) return digest;
  context.log.info(`The ${what} ignored: ${result.reason}.`);
  return void 0;
}
var import_identity, import_statement2, import_own_tags3, needsProvenance, UNMERGED, mustBeSigned;
var init_trusted_reuse = __esm({
  "actions/build-image/reuse/trusted-reuse.ts"() {
    "use strict";
    import_identity = __toESM(require_identity(), 1);
    init_require_provenance();
    import_statement2 = __toESM(require_statement(), 1);
    import_own_tags3 = __toESM(require_own_tags(), 1);
    needsProvenance = ({ inputs }) => inputs.provenanceRequired.mode !== "off" || inputs.sign === "required";
    UNMERGED = ["pull_request", "pull_request_target", "merge_group"];
    mustBeSigned = ({ inputs }) => inputs.provenanceRequired.mode === "enforce" || inputs.sign === "required";
  }
});

// actions/build-image/cache-mounts/dockerfile.ts
function readInstructions(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escapeCharacter = readDirectives(lines).get("escape") === "`" ? "`" : "\\";
  const instructions = [];
  for (let at = 0; at < lines.length; at++) {
    let logical = "";
    for (; at < lines.length; at++) {
      const line = lines[at].trimEnd();
      if (line.trimStart().startsWith("#") || line === "" && logical !== "") continue;
      if (!line.endsWith(escapeCharacter)) {
        logical += line;
        break;
      }
      logical += line.slice(0, -1);
    }
    const instruction = readInstruction(logical);
    if (!instruction) continue;
    instructions.push(instruction);
    if (!WITH_HEREDOC.includes(instruction.keyword)) continue;
    for (const [, , end] of instruction.rest.matchAll(HEREDOC)) at = endOfHeredoc(lines, at + 1, end);
  }
  return instructions;
}
function readDirectives(lines) {
  const found = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const match = DIRECTIVE.exec(line.trim());
    if (!match) break;
    found.set(match[1].toLowerCase(), match[2]);
  }
  return found;
}
function readInstruction(line) {
  const [, keyword, after = ""] = /^(\w+)(?:\s+([\s\S]*))?$/.exec(line.trim()) ?? [];
  if (keyword === void 0) return void 0;
  const flags = [];
  let rest = after;
  for (let match = FLAG.exec(rest); match; match = FLAG.exec(rest)) {
    flags.push(match[1]);
    rest = rest.slice(match[0].length);
  }
  return { keyword: keyword.toUpperCase(), flags, rest: rest.trim() };
}
function endOfHeredoc(lines, from, end) {
  const found = lines.findIndex((line, i) => i >= from && line.replace(/^\t+/, "") === end);
  return found < 0 ? from - 1 : found;
}
var DIRECTIVE, HEREDOC, WITH_HEREDOC, FLAG;
var init_dockerfile = __esm({
  "actions/build-image/cache-mounts/dockerfile.ts"() {
    "use strict";
    DIRECTIVE = /^#\s*(\w+)\s*=\s*(.*?)\s*$/;
    HEREDOC = /(?<=^|\s)\d*<<-?(["']?)([^\s<"'`$();&|]+)\1(?=\s|$)/g;
    WITH_HEREDOC = ["RUN", "COPY", "ADD"];
    FLAG = /^(--[a-z][\w-]*(?:=(?:"[^"]*"|'[^']*'|[^\s"'])*)?)(?:\s+|$)/;
  }
});

// actions/build-image/cache-mounts/find-mounts.ts
function findCacheMounts(text, target, buildArgs) {
  const { globals, stages } = splitStages(readInstructions(text));
  const values = globalValues(globals, buildArgs);
  const seen = /* @__PURE__ */ new Set();
  const notes = [];
  const found = neededStages(stages, target, values).flatMap((stage) => {
    const chain = chainOf(stages, stage, values);
    const [root] = chain;
    const lines = chain.flatMap(({ instructions }) => instructions).filter(({ keyword }) => setsVariable(keyword));
    const context = lines.map(({ keyword, rest }) => `${keyword} ${rest}`);
    const all = stage.instructions.flatMap((instruction) => mountsOf(instruction));
    const candidates = all.map((fields) => describeMount(fields, context, buildArgs));
    const mounts = [];
    for (const { mount, problem } of candidates) {
      if (problem !== void 0) notes.push(`The cache mount ${mount.name} is not saved: ${problem}.`);
      else if (!seen.has(mount.key)) mounts.push(mount);
      seen.add(mount.key);
    }
    if (mounts.length === 0) return [];
    const image = root.from.rest.split(/\s+/)[0];
    if (image.toLowerCase() === "scratch") {
      notes.push(`The cache mounts of a stage from scratch are not saved: it has no program that could copy them.`);
      return [];
    }
    const from = ["FROM", ...root.from.flags, image].join(" ");
    return [{ from, context: mounts.some(({ options }) => options.includes("$")) ? context : [], mounts }];
  });
  return { globals: globals.map(({ rest }) => `ARG ${rest}`), stages: found, notes };
}
function splitStages(instructions) {
  const globals = [];
  const stages = [];
  for (const instruction of instructions) {
    if (instruction.keyword === "FROM") {
      const name = /\s+as\s+(\S+)$/i.exec(instruction.rest)?.[1]?.toLowerCase() ?? String(stages.length);
      stages.push({ name, from: instruction, instructions: [] });
    } else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction);
    else if (instruction.keyword === "ARG") globals.push(instruction);
  }
  return { globals, stages };
}
function globalValues(globals, buildArgs) {
  const values = /* @__PURE__ */ new Map();
  for (const { rest } of globals)
    for (const [, name = "", value = ""] of rest.matchAll(/([A-Za-z_]\w*)(?:=(\S*))?/g))
      values.set(name, buildArgs.get(name) ?? value.replace(/^(["'])(.*)\1$/, "$2"));
  return values;
}
function findStage(stages, reference, before) {
  const name = reference.toLowerCase();
  const index = stages.findLastIndex((stage, i) => i < before && stage.name === name);
  if (index >= 0) return index;
  return /^\d+$/.test(name) && Number(name) < before ? Number(name) : -1;
}
function neededStages(stages, target, values) {
  const needed = /* @__PURE__ */ new Set();
  const visit = (index) => {
    if (index < 0 || needed.has(index)) return;
    needed.add(index);
    visit(baseOf(stages, index, values));
    for (const { flags } of stages[index].instructions)
      for (const flag of flags) {
        const from = /^--from=(\S+)$/.exec(flag)?.[1] ?? mountFields(flag)?.get("from");
        if (from !== void 0) visit(findStage(stages, from, index));
      }
  };
  visit(target === void 0 ? stages.length - 1 : findStage(stages, target, stages.length));
  return stages.filter((_, i) => needed.has(i));
}
function chainOf(stages, stage, values) {
  const base = baseOf(stages, stages.indexOf(stage), values);
  return base < 0 ? [stage] : [...chainOf(stages, stages[base], values), stage];
}
function mountFields(flag) {
  const [, text] = /^--mount=([\s\S]*)$/.exec(flag) ?? [];
  if (text === void 0) return void 0;
  const fields = /* @__PURE__ */ new Map();
  for (const [raw] of text.matchAll(/(?:"[^"]*"|[^,])+/g)) {
    const [name = "", ...value] = raw.replaceAll('"', "").split("=");
    fields.set(name.trim().toLowerCase(), value.join("="));
  }
  return fields;
}
function mountsOf({ keyword, flags }) {
  if (keyword !== "RUN") return [];
  return flags.flatMap((flag) => {
    const fields = mountFields(flag);
    return fields?.get("type") === "cache" ? [fields] : [];
  });
}
function describeMount(fields, context, buildArgs) {
  const target = fields.get("target") ?? fields.get("dst") ?? fields.get("destination") ?? "";
  const name = fields.get("id") || import_node_path6.posix.normalize(target).replace(/(.)\/$/, "$1");
  const parts = ["uid", "gid", "mode"].flatMap((key2) => fields.has(key2) ? [`${key2}=${fields.get(key2)}`] : []);
  const options = [`id=${name}`, ...parts].join(",");
  const about2 = options.includes("$") ? [options, context, [...buildArgs].sort()] : [options];
  const key = (0, import_node_crypto3.createHash)("sha256").update(JSON.stringify(about2)).digest("hex").slice(0, 16);
  const problem = fields.has("from") ? "it begins with the content of another stage or image (from)" : /["\s]/.test(options) ? "its id has quotes or spaces" : void 0;
  return { mount: { key, name, options }, problem };
}
var import_node_crypto3, import_node_path6, setsVariable, expand, baseOf;
var init_find_mounts = __esm({
  "actions/build-image/cache-mounts/find-mounts.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    import_node_path6 = require("node:path");
    init_dockerfile();
    setsVariable = (keyword) => keyword === "ARG" || keyword === "ENV";
    expand = (text, values) => text.replace(
      /\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/g,
      (_, plain3, braced, fallback = "") => values.get(plain3 ?? braced ?? "") || fallback
    );
    baseOf = (stages, index, values) => findStage(stages, expand(stages[index].from.rest.split(/\s+/)[0] ?? "", values), index);
  }
});

// actions/build-image/plan/build-command.ts
function planLabels(inputs, run2, created, key) {
  return new Map([
    [import_key_label3.CREATED_LABEL, created.toISOString()],
    [import_key_label3.REVISION_LABEL, inputs.commit],
    ...run2.repository ? [["org.opencontainers.image.source", `${run2.serverUrl}/${run2.repository}`]] : [],
    ...inputs.labels,
    ...key ? [[import_key_label3.KEY_LABEL, key]] : []
  ]);
}
function planBuild(inputs, tags, labels, settings) {
  const name = (0, import_image_reference6.formatImageName)(inputs.image);
  const secrets = planSecrets(inputs);
  const args = [
    "buildx",
    "build",
    ...settings.builder ? ["--builder", settings.builder] : [],
    "--file",
    inputs.file,
    ...inputs.target ? ["--target", inputs.target] : [],
    "--platform",
    inputs.platforms.join(","),
    ...flagPairs("--build-arg", inputs.buildArgs),
    ...flagPairs("--build-context", inputs.buildContexts),
    ...secrets.args,
    ...inputs.ssh.flatMap((value) => ["--ssh", value]),
    ...flagPairs("--label", labels),
    ...flagPairs("--annotation", inputs.annotations),
    ...planAttestations(inputs, settings),
    ...planOutput(inputs, labels, settings),
    ...planCache(inputs, settings, name),
    ...inputs.noCache && !settings.again ? ["--no-cache"] : [],
    ...inputs.pull && !settings.again ? ["--pull"] : [],
    ...tags.flatMap((tag) => ["--tag", `${name}:${tag}`]),
    ...inputs.push ? ["--push"] : [],
    ...inputs.load ? ["--load"] : [],
    "--metadata-file",
    settings.metadataFile,
    "--progress",
    "rawjson",
    ...inputs.extraArgs,
    inputs.contextDir
  ];
  return { args, env: secrets.env };
}
function planAttestations(inputs, settings) {
  if (!settings.capable || !inputs.push) return ["--provenance", "false", "--sbom", "false"];
  return ["--provenance", inputs.provenance, "--sbom", settings.sbom];
}
function planOutput(inputs, labels, settings) {
  if (!settings.capable || !inputs.push) return [];
  const attested = inputs.provenance !== "false" || settings.sbom !== "false";
  const attributes = [
    // Without attestations BuildKit writes Docker's media types, which have none for zstd: containerd cannot pull an image
    // whose base has such layers then. https://github.com/containerd/containerd/blob/v1.7.24/images/mediatypes.go
    ...attested ? [] : ["oci-mediatypes=true"],
    ...(attested || inputs.platforms.length > 1) && !inputs.load ? planRecord(labels) : []
  ];
  return attributes.length === 0 ? [] : ["--output", csv(["type=image", ...attributes])];
}
function planRecord(labels) {
  if (!labels.has(import_key_label3.KEY_LABEL)) return [];
  return [...import_key_label3.INDEX_ANNOTATIONS].flatMap(([label, annotation]) => {
    const value = labels.get(label);
    return value === void 0 ? [] : [`annotation-index.${annotation}=${value}`];
  });
}
function planCache(inputs, settings, name) {
  const { trustedCache: trusted } = settings;
  if (!settings.capable || trusted && settings.cache === "gha") return [];
  if (settings.cache === "registry" && inputs.push) {
    const ref = `type=registry,ref=${name}:${(0, import_own_tags4.cacheTag)(inputs.platforms)}`;
    const from = trusted ? trusted.from ? `type=registry,ref=${name}@${trusted.from}` : void 0 : ref;
    return [
      ...from ? ["--cache-from", from] : [],
      ...trusted?.write === false ? [] : ["--cache-to", `${ref},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`]
    ];
  }
  if (settings.cache === "gha") {
    const scope = `type=gha,scope=${name}/${(0, import_own_tags4.dashed)(inputs.platforms)}`;
    return ["--cache-from", scope, "--cache-to", `${scope},mode=max,ignore-error=true`];
  }
  return [];
}
function planSecrets(inputs) {
  const args = [];
  const env = {};
  for (const [id, value] of inputs.secrets) {
    const variable = `ORCHESTRA_SECRET_${Object.keys(env).length}`;
    env[variable] = value;
    args.push("--secret", csv([`id=${id}`, `env=${variable}`]));
  }
  for (const [id, variable] of inputs.secretEnvs) args.push("--secret", csv([`id=${id}`, `env=${variable}`]));
  for (const [id, path4] of inputs.secretFiles) args.push("--secret", csv([`id=${id}`, `src=${path4}`]));
  return { args, env };
}
var import_image_reference6, import_key_label3, import_own_tags4, planTags, flagPairs, csv;
var init_build_command = __esm({
  "actions/build-image/plan/build-command.ts"() {
    "use strict";
    import_image_reference6 = __toESM(require_image_reference(), 1);
    import_key_label3 = __toESM(require_key_label(), 1);
    import_own_tags4 = __toESM(require_own_tags(), 1);
    planTags = ({
      commit,
      tags,
      forMerge,
      platforms
    }) => forMerge ? [`${commit}-${(0, import_own_tags4.dashed)(platforms)}`] : [.../* @__PURE__ */ new Set([commit, commit.slice(0, 7), ...tags])];
    flagPairs = (flag, map) => [...map].flatMap(([key, value]) => [flag, `${key}=${value}`]);
    csv = (fields) => fields.map((field) => /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field).join(",");
  }
});

// actions/build-image/cache-mounts/mount-dockerfiles.ts
function restoreDockerfile(found, saved) {
  return assemble(found, savedStage(saved), {
    flags: [SAVED_MOUNT],
    command: `if [ -z "$(ls -A "$mount")" ]; then
  tar -xpf "/orchestra/kept/$key.tar" -C "$mount" || { find "$mount" -mindepth 1 -delete; exit 1; }
fi
echo "$key" >>/orchestra/out/restored`,
    result: (i) => `COPY --from=orchestra-${i} /orchestra/out/restored /restored-${i}`
  });
}
function reportDockerfile(found, saved) {
  return assemble(found, savedStage(saved), {
    flags: [`--mount=type=secret,id=${SECRETS_ID},target=/orchestra/secrets`, ...saved ? [SAVED_MOUNT] : []],
    command: `secret=no
if [ -s /orchestra/secrets ]; then grep -rqFf /orchestra/secrets "$mount" && secret=yes || [ $? = 1 ]; fi
size=$(du -sk "$mount" | cut -f1)
files=$(find "$mount" -type f | wc -l)
${LIST_FILES}
sum=$(sha256sum <"$list" | cut -c 1-64)
changed=$size
if [ -f "/orchestra/kept/$key.list" ]; then
changed=0
sort "$list" "/orchestra/kept/$key.list" | uniq -u >/orchestra/changes
while read -r bytes rest; do
case $bytes in ''|*[!0-9]*) continue;; esac
changed=$((changed + (bytes + 4095) / 4096 * 4))
done </orchestra/changes
fi
echo $key $size $files $secret $sum $changed >>/orchestra/out/report`,
    result: (i) => `COPY --from=orchestra-${i} /orchestra/out/report /report-${i}`
  });
}
function saveDockerfile(found, fresh, reused, saved) {
  const archived = onlyMounts(found, fresh);
  const layers = archived.stages.flatMap(
    ({ mounts }, i) => mounts.map(({ key }) => `COPY --link --from=orchestra-${i} ${archive("/orchestra/out", key)} /`)
  );
  const others = [...reused].map((key) => `COPY --link --from=orchestra-kept ${archive("", key)} /`);
  return assemble(archived, savedStage(saved), {
    flags: [],
    command: `${LIST_FILES}
tar -cf "/orchestra/out/$key.tar" -C "$mount" .`,
    result: (i) => i === 0 ? [...layers, ...others].join("\n") : ""
  });
}
function assemble({ globals, stages }, before, step) {
  const built = stages.map((stage, i) => stageLines(stage, i, step));
  return [
    ...globals,
    ...before,
    ...built,
    `FROM scratch AS ${LAST_STAGE}`,
    ...stages.length > 0 ? stages.map((_, i) => step.result(i)) : [step.result(0)],
    ""
  ].join("\n");
}
function stageLines({ from, context, mounts }, index, { flags, command }) {
  const script = `set -eu
export LC_ALL=C
for tool in du find grep sha256sum sort stat tar uniq; do
command -v "$tool" >/dev/null || { echo "${FAILED}the base image of the stage has no $tool" >&2; exit 127; }
done
mkdir -p /orchestra/out
for key in ${mounts.map(({ key }) => key).join(" ")}; do
mount="/orchestra/mounts/$key"
${command}
done`;
  const own = mounts.map(({ key, options }) => `--mount=type=cache,${options},target=/orchestra/mounts/${key}`);
  return [
    `${from} AS orchestra-${index}`,
    ...context,
    `ARG ${RUN_ARGUMENT}`,
    "USER 0",
    `RUN --network=none ${[...own, ...flags].join(" ")} ${JSON.stringify(["/bin/sh", "-c", script])}`
  ].join("\n");
}
var RUN_ARGUMENT, SECRETS_ID, FAILED, SAVED_MOUNT, LIST_FILES, LAST_STAGE, onlyMounts, archive, savedStage;
var init_mount_dockerfiles = __esm({
  "actions/build-image/cache-mounts/mount-dockerfiles.ts"() {
    "use strict";
    RUN_ARGUMENT = "ORCHESTRA_RUN";
    SECRETS_ID = "orchestra-secrets";
    FAILED = "orchestra-failed: ";
    SAVED_MOUNT = "--mount=type=bind,from=orchestra-kept,target=/orchestra/kept";
    LIST_FILES = `list="/orchestra/out/$key.list"
(cd "$mount" && find . -type f -exec stat -c '%s %n' {} + | sort) >"$list"`;
    LAST_STAGE = "orchestra-result";
    onlyMounts = (found, keys) => ({
      ...found,
      stages: found.stages.flatMap((stage) => {
        const mounts = stage.mounts.filter(({ key }) => keys.has(key));
        return mounts.length > 0 ? [{ ...stage, mounts }] : [];
      })
    });
    archive = (folder, key) => `${folder}/${key}.tar ${folder}/${key}.list`;
    savedStage = (saved) => saved === void 0 ? [] : [`FROM ${saved} AS orchestra-kept`];
  }
});

// actions/build-image/cache-mounts/mount-builds.ts
async function runMountBuild(inputs, { docker, env, builder, folder }, build2) {
  const [context, out] = [(0, import_node_path7.join)(folder, "cache-mounts"), (0, import_node_path7.join)(folder, "cache-mounts-out")];
  for (const dir of [context, out]) (0, import_node_fs6.rmSync)(dir, { recursive: true, force: true });
  (0, import_node_fs6.mkdirSync)(context);
  (0, import_node_fs6.mkdirSync)(out);
  const metadataFile = (0, import_node_path7.join)(context, "metadata.json");
  (0, import_node_fs6.writeFileSync)((0, import_node_path7.join)(context, "Dockerfile"), build2.dockerfile);
  (0, import_node_fs6.writeFileSync)((0, import_node_path7.join)(context, ".dockerignore"), "*");
  let reason;
  const progress = createProgress((line) => {
    reason ??= line.split(FAILED)[1];
  });
  const { exitCode } = await docker(
    [
      ...["buildx", "build", ...builder ? ["--builder", builder] : []],
      ...["--file", (0, import_node_path7.join)(context, "Dockerfile"), "--platform", inputs.platforms.join(",")],
      // `FROM` can use them.
      ...flagPairs("--build-arg", inputs.buildArgs),
      ...flagPairs("--build-context", inputs.buildContexts),
      ...["--build-arg", `${RUN_ARGUMENT}=${build2.salt}`, "--provenance", "false", "--sbom", "false"],
      ...build2.output(out),
      ...["--metadata-file", metadataFile, "--progress", "rawjson", context]
    ],
    { env: { ...env, ...build2.env }, onOutput: (chunk) => progress.write(chunk) }
  );
  progress.end();
  if (exitCode !== 0) throw new Error(reason ?? readBuildError(progress.text(), "Dockerfile", exitCode).message);
  const metadata = JSON.parse((0, import_node_fs6.readFileSync)(metadataFile, "utf8"));
  return { metadata, files: readFiles(out) };
}
function readFiles(folder) {
  const paths = (0, import_node_fs6.readdirSync)(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => (0, import_node_path7.join)(parentPath, name));
  return new Map(paths.sort().map((path4) => [path4.slice(folder.length + 1), (0, import_node_fs6.readFileSync)(path4, "utf8")]));
}
var import_node_fs6, import_node_path7;
var init_mount_builds = __esm({
  "actions/build-image/cache-mounts/mount-builds.ts"() {
    "use strict";
    import_node_fs6 = require("node:fs");
    import_node_path7 = require("node:path");
    init_build_error();
    init_progress();
    init_build_command();
    init_mount_dockerfiles();
  }
});

// actions/build-image/cache-mounts/mount-report.ts
function readReport(texts) {
  const found = /* @__PURE__ */ new Map();
  for (const line of [...texts].flatMap((text) => text.split("\n"))) {
    const [key, size, files, secret, fingerprint, changed] = line.trim().split(/\s+/);
    if (!key || !fingerprint || !changed) continue;
    const before = found.get(key);
    found.set(key, {
      size: (before?.size ?? 0) + Number(size) * 1024,
      files: (before?.files ?? 0) + Number(files),
      secret: (before?.secret ?? false) || secret !== "no",
      fingerprint: before ? (0, import_node_crypto4.createHash)("sha256").update(`${before.fingerprint} ${fingerprint}`).digest("hex") : fingerprint,
      changed: (before?.changed ?? 0) + Number(changed) * 1024
    });
  }
  return found;
}
function planSave(mounts, report, before, maxSize) {
  const measured = mounts.flatMap((mount) => {
    const content = report.get(mount.key);
    return content ? [{ ...mount, ...content }] : [];
  });
  const refuse = (reason) => ({ save: false, reason, warn: true });
  const leaking = measured.filter(({ secret }) => secret).map(({ name }) => name);
  if (leaking.length > 0)
    return refuse(
      `${leaking.join(", ")} contains the value of a build secret, which everyone who can read the repository could read. Let the Dockerfile read the secret from its mount (RUN --mount=type=secret), and do not write it into a cache mount`
    );
  const filled = measured.filter(({ files }) => files > 0);
  const size = filled.reduce((sum, one) => sum + one.size, 0);
  if (size > maxSize)
    return refuse(
      `they have ${formatMebibytes(size)} (${filled.map((one) => `${one.name}: ${formatMebibytes(one.size)}`).join(", ")}), more than cache-mounts-max-size, ${formatMebibytes(maxSize)}. The previous content stays saved. Increase the limit, or let the Dockerfile remove what it no longer needs from them`
    );
  const reused = measured.filter(
    ({ key, size: size2, files, changed }) => (
      // A mount that no step of this build has used is empty on a new builder.
      before[key] !== void 0 && (files === 0 || changed <= size2 * NEGLIGIBLE)
    )
  );
  const fresh = filled.filter(({ key }) => !reused.some((one) => one.key === key));
  if (fresh.length === 0) {
    const same = reused.every(({ key, files, fingerprint }) => files === 0 || fingerprint === before[key]);
    const reason = same ? "nothing in them has changed" : "less than a tenth of them has changed since they were saved";
    return { save: false, reason, warn: false };
  }
  return {
    save: true,
    fresh: new Set(fresh.map(({ key }) => key)),
    reused: new Set(reused.map(({ key }) => key)),
    fingerprints: Object.fromEntries([
      ...fresh.map(({ key, fingerprint }) => [key, fingerprint]),
      ...reused.map(({ key }) => [key, before[key]])
    ]),
    size
  };
}
function secretPatterns(values) {
  const lines = [...values].flatMap((value) => {
    const text = value.replace(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g, "");
    const [longest = ""] = text.split(/[\r\n]+/).map((line) => line.trim().slice(0, MOST_PATTERN)).sort((a, b) => b.length - a.length);
    return longest.length >= 8 && !longest.includes("\0") ? [longest] : [];
  });
  return [...new Set(lines)].join("\n");
}
var import_node_crypto4, NEGLIGIBLE, MOST_PATTERN, formatMebibytes;
var init_mount_report = __esm({
  "actions/build-image/cache-mounts/mount-report.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    NEGLIGIBLE = 0.1;
    MOST_PATTERN = 1e3;
    formatMebibytes = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
  }
});

// actions/build-image/cache-mounts/cache-mounts.ts
async function findSavedMounts(work) {
  const { inputs, context, registry } = work;
  if (!inputs.cacheMounts || !inputs.push) return void 0;
  const text = (0, import_read_file2.readTextFile)((0, import_node_path8.resolve)(inputs.workspace, inputs.file));
  const found = findCacheMounts(text, inputs.target, inputs.buildArgs);
  for (const note of found.notes) context.log.info(note);
  if (found.stages.length === 0) {
    context.log.info("Input cache-mounts: the Dockerfile has no RUN --mount=type=cache that can be saved.");
    return void 0;
  }
  return await warnOnFailure(work, "The cache mounts are neither restored nor saved", async () => {
    const { from, write } = await trustCacheMounts(work);
    const manifest = from === void 0 ? void 0 : await registry.manifest(inputs.image, from);
    if (!manifest) return { found, saved: void 0, write };
    const label = (await (0, import_registry6.imageLabels)(registry, inputs.image, manifest))[MOUNTS_LABEL];
    const fingerprints = JSON.parse(label ?? "{}");
    return { found, saved: { image: `${(0, import_image_reference7.formatImageName)(inputs.image)}@${from}`, fingerprints }, write };
  });
}
async function restoreCacheMounts(work, { found, saved }, builder) {
  const { inputs, context } = work;
  if (!saved) return context.log.info("No cache mounts were saved by an earlier run.");
  if (inputs.noCache) return;
  const known = onlyMounts(found, new Set(Object.keys(saved.fingerprints)));
  if (known.stages.length === 0) return;
  const began = context.clock.now();
  await warnOnFailure(work, "The cache mounts were not restored", async () => {
    await runMountBuild(inputs, builder, {
      dockerfile: restoreDockerfile(known, saved.image),
      output: toFolder,
      salt: context.random.hex(8)
    });
    const seconds2 = ((context.clock.now() - began) / 1e3).toFixed(1);
    context.log.info(`Restored the cache mounts ${namesOf(known)} from ${saved.image} in ${seconds2} s.`);
  });
}
async function saveCacheMounts(work, { found, saved, write }, steps, builder) {
  const { inputs, context } = work;
  if (!write || !steps.some(usedMounts)) {
    context.log.info(
      `The cache mounts are not saved: ${write ? "no step that uses them ran" : "this run only reads them"}.`
    );
    return void 0;
  }
  const began = context.clock.now();
  return await warnOnFailure(work, "The cache mounts were not saved", async () => {
    const salt = context.random.hex(8);
    const { files } = await runMountBuild(inputs, builder, {
      dockerfile: reportDockerfile(found, saved?.image),
      output: (out) => [...toFolder(out), "--secret", `id=${SECRETS_ID},env=${PATTERNS}`],
      env: { [PATTERNS]: secretPatterns(secretValues(work)) },
      salt
    });
    const mounts = found.stages.flatMap((stage) => stage.mounts);
    const plan = planSave(mounts, readReport(files.values()), saved?.fingerprints ?? {}, inputs.cacheMountsMaxSize);
    if (!plan.save) {
      const line = `The cache mounts are not saved: ${plan.reason}.`;
      if (plan.warn) context.log.warning(line);
      else context.log.info(line);
      return void 0;
    }
    const name = `${(0, import_image_reference7.formatImageName)(inputs.image)}:${(0, import_own_tags5.cacheMountsTag)(inputs.platforms)}`;
    const { metadata } = await runMountBuild(inputs, builder, {
      dockerfile: saveDockerfile(found, plan.fresh, plan.reused, saved?.image),
      output: () => [
        ...["--label", `${MOUNTS_LABEL}=${JSON.stringify(plan.fingerprints)}`, "--target", LAST_STAGE],
        ...["--output", `type=image,name=${name},push=true,oci-mediatypes=true,compression=zstd`]
      ],
      salt
    });
    const seconds2 = ((context.clock.now() - began) / 1e3).toFixed(1);
    context.log.info(`Saved the cache mounts, ${formatMebibytes(plan.size)}, as ${name} in ${seconds2} s.`);
    return String(metadata["containerimage.digest"]);
  });
}
function* secretValues({ inputs, context }) {
  yield* inputs.secrets.values();
  for (const variable of inputs.secretEnvs.values()) yield context.env[variable] ?? "";
  for (const path4 of inputs.secretFiles.values()) yield (0, import_read_file2.readTextFile)((0, import_node_path8.resolve)(inputs.workspace, path4));
}
async function warnOnFailure({ context }, what, work) {
  try {
    return await work();
  } catch (error) {
    if ((0, import_errors14.isAbort)(error) || context.signal.aborted) throw error;
    context.log.warning(`${what}: ${error.message.replace(/\.?$/, ".")} The image is built as usual.`);
    return void 0;
  }
}
var import_node_path8, import_image_reference7, import_registry6, import_read_file2, import_errors14, import_own_tags5, MOUNTS_LABEL, PATTERNS, toFolder, usedMounts, namesOf;
var init_cache_mounts = __esm({
  "actions/build-image/cache-mounts/cache-mounts.ts"() {
    "use strict";
    import_node_path8 = require("node:path");
    import_image_reference7 = __toESM(require_image_reference(), 1);
    import_registry6 = __toESM(require_registry(), 1);
    import_read_file2 = __toESM(require_read_file(), 1);
    import_errors14 = __toESM(require_errors(), 1);
    import_own_tags5 = __toESM(require_own_tags(), 1);
    init_trusted_reuse();
    init_find_mounts();
    init_mount_builds();
    init_mount_dockerfiles();
    init_mount_report();
    MOUNTS_LABEL = "dev.orchestra.actions.cache-mounts";
    PATTERNS = "ORCHESTRA_SECRET_PATTERNS";
    toFolder = (out) => ["--target", LAST_STAGE, "--output", `type=local,dest=${out}`];
    usedMounts = ({ name, cached }) => !cached && /\bRUN\b.*--mount=\S*type=cache/s.test(name);
    namesOf = ({ stages }) => stages.flatMap(({ mounts }) => mounts.map(({ name }) => name)).join(", ");
  }
});

// actions/build-image/clean-up.ts
async function cleanUpBuild(context) {
  const dir = claimedFolder(context, BUILD_STATE.dockerConfig, temporaryFolder(context.github.temp));
  const builder = context.state(BUILD_STATE.builder);
  try {
    if (OWN_BUILDER.test(builder)) {
      const docker = createDocker(context, context.github.workspace || ".", context.signal);
      const env = dir ? { DOCKER_CONFIG: dir } : {};
      const { exitCode, stderr } = await docker(["buildx", "rm", "--force", builder], { env });
      if (exitCode !== 0) context.log.warning(`The builder ${builder} could not be removed: ${stderr.trim()}`);
    } else if (builder) context.log.warning(`State builder names ${builder}, which this step did not create.`);
  } finally {
    if (dir) removeFolder(dir);
  }
}
var BUILD_STATE;
var init_clean_up = __esm({
  "actions/build-image/clean-up.ts"() {
    "use strict";
    init_docker();
    init_docker_config();
    init_temporary_folder();
    init_builder();
    BUILD_STATE = { dockerConfig: "docker-config", builder: "builder" };
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

// actions/build-image/report/summary.ts
function summarizeBuild(summary, inputs, facts) {
  const name = (0, import_image_reference8.formatImageName)(inputs.image);
  summary.heading(import_summary2.md`Image ${(0, import_summary2.code)(name)}`);
  if (!facts.reused)
    summary.paragraph(import_summary2.md`✅ The image of commit ${(0, import_summary2.code)((0, import_commit3.shortCommit)(inputs.commit))} is built and pushed.`);
  else
    summary.paragraph(
      import_summary2.md`♻️ The inputs of this image are unchanged since commit ${(0, import_summary2.code)((0, import_commit3.shortCommit)(facts.reused.commit))} (${(0, import_summary2.plain)(facts.reused.created.toISOString())}). That image got the new tags. It keeps the labels and provenance of the commit that built it.`
    );
  writeLinks(summary, runLinks(facts.run, inputs.commit));
  for (const note of facts.notes) summary.paragraph(import_summary2.md`⚠️ ${(0, import_summary2.plain)(note)}`);
  if (facts.signed) summary.paragraph(import_summary2.md`🔏 ${(0, import_summary2.plain)(facts.signed)}`);
  summary.table(
    ["", ""],
    [
      [import_summary2.md`Digest`, (0, import_summary2.code)(facts.digest)],
      [import_summary2.md`Tags`, (0, import_summary2.listed)(facts.tags.map(import_summary2.code), " ")],
      ...facts.platforms.map((platform) => [
        (0, import_summary2.plain)(platform.platform),
        import_summary2.md`${(0, import_summary2.code)(platform.digest)} ${(0, import_summary2.plain)(formatSize(totalSize(platform)))}${comparison(platform, facts.previous)}`
      ]),
      [import_summary2.md`Time`, seconds(facts.milliseconds)],
      ...facts.steps.length > 0 ? [[import_summary2.md`Cache`, (0, import_summary2.plain)(cacheHits(facts.steps))]] : []
    ]
  );
  const known = new Set(facts.previous.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
  for (const { platform, layers } of facts.reused ? [] : facts.platforms) {
    summary.collapsed(
      `Layers of ${platform}`,
      () => summary.table(
        ["Size", "Made by", facts.previous.length > 0 ? "New" : ""],
        layers.map(({ size, digest, instruction }) => [
          (0, import_summary2.plain)(formatSize(size)),
          (0, import_summary2.code)(shorten(instruction ?? digest)),
          facts.previous.length > 0 && !known.has(digest) ? import_summary2.md`new` : void 0
        ])
      )
    );
  }
  const slow = facts.steps.filter((step) => !step.cached).sort((a, b) => b.duration - a.duration);
  if (slow.length > 0) {
    summary.collapsed(
      "Slowest steps",
      () => summary.table(
        ["Time", "Step"],
        slow.slice(0, SLOWEST).map((step) => [seconds(step.duration), (0, import_summary2.code)(shorten(step.name))])
      )
    );
  }
}
function comparison(platform, previous) {
  const before = previous.find((candidate) => candidate.platform === platform.platform);
  if (!before) return import_summary2.md``;
  const change = totalSize(platform) - totalSize(before);
  if (change === 0) return import_summary2.md`, the same size as the previous image`;
  return import_summary2.md`, ${(0, import_summary2.plain)(formatSize(Math.abs(change)))} ${change > 0 ? import_summary2.md`larger` : import_summary2.md`smaller`} than the previous image`;
}
function cacheHits(steps) {
  const own = steps.filter((step) => /^\[(?!internal\]|auth\])/.test(step.name));
  return `${own.filter((step) => step.cached).length} of ${own.length} steps from the cache`;
}
function formatSize(bytes) {
  if (bytes < 1e3) return `${bytes} B`;
  const [divisor, unit] = bytes < 999950 ? [1e3, "kB"] : bytes < 99995e4 ? [1e6, "MB"] : [1e9, "GB"];
  return `${(bytes / divisor).toFixed(1)} ${unit}`;
}
var import_image_reference8, import_commit3, import_summary2, SLOWEST, seconds, shorten;
var init_summary = __esm({
  "actions/build-image/report/summary.ts"() {
    "use strict";
    import_image_reference8 = __toESM(require_image_reference(), 1);
    import_commit3 = __toESM(require_commit(), 1);
    init_run_links();
    import_summary2 = __toESM(require_summary(), 1);
    init_pushed_image();
    SLOWEST = 10;
    seconds = (ms) => (0, import_summary2.plain)(`${(ms / 1e3).toFixed(1)} s`);
    shorten = (text) => text.length > 100 ? `${text.slice(0, 99)}\u2026` : text;
  }
});

// actions/build-image/report/outputs.ts
async function finish({ inputs, context, registry, tags, started }, outcome) {
  const { manifest } = outcome;
  const [platforms, previous] = await Promise.all([
    readPlatforms(registry, inputs.image, manifest, { instructions: !outcome.reused }),
    outcome.reused ? [] : previousImage(context, registry, inputs),
    outcome.tagged
  ]);
  const name = (0, import_image_reference9.formatImageName)(inputs.image);
  context.output("image", (0, import_image_reference9.formatImageDigest)({ ...inputs.image, digest: manifest.digest }));
  context.output("digest", manifest.digest);
  context.output("digests", Object.fromEntries(platforms.map(({ platform, digest }) => [platform, digest])));
  context.output(
    "tags",
    tags.map((tag) => `${name}:${tag}`)
  );
  context.output("reused", outcome.reused !== void 0);
  context.output("metadata", outcome.metadata ?? "");
  summarizeBuild(context.summary, inputs, {
    run: context.github,
    digest: manifest.digest,
    tags,
    platforms,
    previous,
    reused: outcome.reused,
    steps: outcome.steps ?? [],
    notes: [...inputs.policy.exceptions, ...outcome.notes ?? []],
    signed: outcome.signed,
    milliseconds: context.clock.now() - started
  });
}
async function previousImage({ github }, registry, inputs) {
  const before = github.payload.before ?? github.payload.pull_request?.base?.sha;
  if (!before || /^0+$/.test(before)) return [];
  try {
    const manifest = await registry.manifest(inputs.image, before);
    return manifest ? await readPlatforms(registry, inputs.image, manifest) : [];
  } catch {
    return [];
  }
}
function finishLocal({ inputs, context, tags }, digest, metadata) {
  if (import_image_reference9.DIGEST.test(digest)) context.output("digest", digest);
  context.output("reused", false);
  context.output("metadata", metadata);
  const where = inputs.load ? import_summary3.md`loaded as ${(0, import_summary3.listed)(tags.map(import_summary3.code), " ")}` : import_summary3.md`not kept`;
  context.summary.heading(import_summary3.md`Image ${(0, import_summary3.code)((0, import_image_reference9.formatImageName)(inputs.image))}`);
  context.summary.paragraph(import_summary3.md`Built, not pushed, ${where}.`);
}
function finishDryRun(work, found) {
  const { inputs, context, tags, key, started } = work;
  const labels = planLabels(inputs, context.github, new Date(started), key);
  const settings = { builder: inputs.builder, capable: true, cache: inputs.cache, sbom: inputs.sbom, again: false };
  const plan = planBuild(inputs, [...tags, ...key ? [(0, import_own_tags6.keyTag)(key)] : []], labels, {
    ...settings,
    metadataFile: (0, import_node_path9.join)("$RUNNER_TEMP", "metadata.json")
  });
  const decision = found.hit ? `The image of commit ${found.commit} (${found.manifest.digest}) would get the tags ${tags.join(", ")}.` : `An image would be built and ${inputs.push ? "pushed" : "not pushed"} (${found.reason}).`;
  context.log.info(`Dry run. ${decision}`);
  if (!found.hit) context.log.info(`docker ${plan.args.join(" ")}`);
  context.output("reused", found.hit);
  context.summary.heading(import_summary3.md`Image ${(0, import_summary3.code)((0, import_image_reference9.formatImageName)(inputs.image))}: dry run`);
  context.summary.paragraph((0, import_summary3.plain)(decision));
  if (!found.hit) context.summary.block(["docker", ...plan.args].join(" "), "sh");
}
var import_node_path9, import_image_reference9, import_summary3, import_own_tags6;
var init_outputs = __esm({
  "actions/build-image/report/outputs.ts"() {
    "use strict";
    import_node_path9 = require("node:path");
    import_image_reference9 = __toESM(require_image_reference(), 1);
    import_summary3 = __toESM(require_summary(), 1);
    init_pushed_image();
    init_build_command();
    import_own_tags6 = __toESM(require_own_tags(), 1);
    init_summary();
  }
});

// actions/build-image/reuse/ignore-pattern.ts
function compilePattern(pattern) {
  const { type, expression } = translate(pattern);
  switch (type) {
    case "exact":
      return (path4) => path4 === pattern;
    case "prefix":
      return (path4) => path4.startsWith(pattern.slice(0, -2));
    case "suffix": {
      const suffix = pattern.slice(2);
      return (path4) => path4.endsWith(suffix) || suffix.startsWith("/") && path4 === suffix.slice(1);
    }
    case "expression":
      return isSimple(pattern) ? simpleExpression(expression) : compileExpression(expression);
  }
}
function simpleExpression(expression) {
  const compiled = new RegExp(`^${expression.replaceAll(".*", "[^\\n]*")}$`, "u");
  return (path4) => compiled.test(path4);
}
function translate(pattern) {
  let type = "exact";
  let expression = "";
  const chars = [...pattern];
  for (let i = 0, first = true; i < chars.length; i++, first = false) {
    const char = chars[i] ?? "";
    if (char === "*" && chars[i + 1] === "*") {
      i++;
      if (chars[i + 1] === "/") i++;
      if (i + 1 < chars.length) {
        expression += "(.*/)?";
        type = "expression";
      } else if (type === "exact") type = "prefix";
      else {
        expression += ".*";
        type = "expression";
      }
      if (first) type = "suffix";
    } else if (char === "*" || char === "?") {
      expression += char === "*" ? "[^/]*" : "[^/]";
      type = "expression";
    } else if (".+()$".includes(char)) expression += `\\${char}`;
    else if (char === "\\" && i + 1 < chars.length) {
      expression += `\\${chars[++i]}`;
      type = "expression";
    } else {
      expression += char === "\\" ? "\\\\" : char;
      if (char === "[" || char === "]") type = "expression";
    }
  }
  return { type, expression };
}
function escaped(char) {
  const set = SETS[char.toLowerCase()];
  if (set) return SETS[char] ? set : (one) => !set(one);
  const plain3 = CONTROLS[char] ?? char;
  return (one) => one === plain3;
}
function parse2(expression) {
  const chars = ["^", ...expression];
  let tokens = [];
  const alternatives = [tokens];
  const assert = (holds, at) => {
    const { length, least } = repetition(chars, at + 1);
    if (least > 0) tokens.push({ kind: "assert", holds });
    return at + length;
  };
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? "";
    if (char === "(") {
      tokens.push(
        { kind: "optional", over: 2 },
        { kind: "many", test: notLineEnd },
        { kind: "one", test: (one) => one === "/" }
      );
      i += "(.*/)?".length - 1;
      continue;
    }
    if (char === "|") {
      tokens = [];
      alternatives.push(tokens);
      continue;
    }
    if (char === "^") {
      i = assert(atStart, i);
      continue;
    }
    let test = (one) => one === char;
    if (char === ".") test = notLineEnd;
    else if (char === "\\") {
      const next = chars[++i] ?? "";
      if (next === "b" || next === "B") {
        const wanted2 = next === "b";
        i = assert((before, after) => isWord(before) !== isWord(after) === wanted2, i);
        continue;
      }
      test = escaped(next);
    } else if (char === "[") {
      const set = parseSet(chars, i);
      ({ test } = set);
      i = set.end;
    }
    const { length, least, most } = repetition(chars, i + 1);
    i += length;
    for (let n = 0; n < least; n++) tokens.push({ kind: "one", test });
    if (most === Number.POSITIVE_INFINITY) tokens.push({ kind: "many", test });
    else for (let n = least; n < most; n++) tokens.push({ kind: "optional", over: 1 }, { kind: "one", test });
  }
  return alternatives;
}
function repetition(chars, at) {
  if (chars[at] === "*") return { length: 1, least: 0, most: Number.POSITIVE_INFINITY };
  const [text, least = "", comma, most = ""] = chars[at] === "{" ? /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(chars.slice(at, at + 11).join("")) ?? [] : [];
  if (text === void 0 || Number(least) > 1e3 || Number(most) > 1e3) return { length: 0, least: 1, most: 1 };
  const end = comma === void 0 ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most);
  return { length: text.length, least: Number(least), most: end };
}
function parseSet(chars, start) {
  let i = start + 1;
  const negated = chars[i] === "^";
  if (negated) i++;
  const members = [];
  for (let first = true; i < chars.length && (first || chars[i] !== "]"); i++, first = false) {
    let from = chars[i] ?? "";
    if (from === "\\") {
      from = chars[++i] ?? "";
      if (SETS[from.toLowerCase()]) {
        members.push(escaped(from));
        continue;
      }
      from = CONTROLS[from] ?? from;
    }
    const ranges = chars[i + 1] === "-" && i + 2 < chars.length && chars[i + 2] !== "]";
    if (!ranges) {
      members.push((one) => one === from);
      continue;
    }
    i += 2;
    let to = chars[i] ?? "";
    if (to === "\\") to = chars[++i] ?? "";
    const [low, high] = [codeOf(from), codeOf(to)];
    members.push((one) => codeOf(one) >= low && codeOf(one) <= high);
  }
  return { test: (one) => members.some((member) => member(one)) !== negated, end: i };
}
function compileExpression(expression) {
  const alternatives = parse2(expression);
  const ending = alternatives.length === 1 ? /(?:^|[\]*?])([\w/-]+)$/.exec(expression)?.[1] ?? "" : "";
  return (path4) => {
    if (!path4.endsWith(ending)) return false;
    const chars = [...path4];
    return alternatives.some((tokens, i) => matches(tokens, chars, i === alternatives.length - 1));
  };
}
function matches(tokens, chars, atEnd) {
  const last = tokens.length;
  const [first] = tokens;
  const anchored = first?.kind === "assert" && first.holds === atStart;
  const enter = (into, from, before, after) => {
    const waiting = [from];
    for (let at = waiting.pop(); at !== void 0; at = waiting.pop()) {
      if (into.has(at)) continue;
      into.add(at);
      const token = tokens[at];
      if (token?.kind === "optional") waiting.push(at + 1, at + 1 + token.over);
      else if (token?.kind === "many" || token?.kind === "assert" && token.holds(before, after)) waiting.push(at + 1);
    }
  };
  let ways = /* @__PURE__ */ new Set();
  enter(ways, 0, "", chars[0] ?? "");
  for (const [i, char] of chars.entries()) {
    if (!atEnd && ways.has(last)) return true;
    const next = /* @__PURE__ */ new Set();
    const after = chars[i + 1] ?? "";
    for (const at of ways) {
      const token = tokens[at];
      if ((token?.kind === "one" || token?.kind === "many") && token.test(char))
        enter(next, token.kind === "one" ? at + 1 : at, char, after);
    }
    if (!anchored) enter(next, 0, char, after);
    if (next.size === 0) return false;
    ways = next;
  }
  return ways.has(last);
}
var isSimple, atStart, isWord, notLineEnd, SETS, CONTROLS, codeOf;
var init_ignore_pattern = __esm({
  "actions/build-image/reuse/ignore-pattern.ts"() {
    "use strict";
    isSimple = (pattern) => !/[[\]\\^{|}]/.test(pattern) && (pattern.match(/\*+/g) ?? []).length <= 2 && !pattern.includes("***");
    atStart = (before) => before === "";
    isWord = (char) => /^\w$/.test(char);
    notLineEnd = (char) => char !== "\n";
    SETS = {
      d: (char) => /^\d$/.test(char),
      w: isWord,
      s: (char) => /^[\t\n\f\r ]$/.test(char)
    };
    CONTROLS = { a: "\x07", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
    codeOf = (char) => char.codePointAt(0) ?? -1;
  }
});

// actions/build-image/reuse/ignore-file.ts
function parseIgnoreFile(text) {
  const patterns = text.replace(/^\uFEFF/, "").split("\n").filter((line) => !line.startsWith("#")).map((line) => line.trim()).filter((line) => line !== "" && line !== "!").map(parsePattern);
  return {
    final: !patterns.some((pattern) => pattern.negated),
    judge(path4, parent) {
      let ignored = false;
      const matched = patterns.map((pattern, i) => {
        let match = parent?.matched[i] ?? false;
        if (!match && pattern.negated === ignored) match = pattern.matches(path4);
        if (match) ignored = !pattern.negated;
        return match;
      });
      return { ignored, matched };
    }
  };
}
function parsePattern(line) {
  const negated = line.startsWith("!");
  const cleaned = import_node_path10.posix.normalize(negated ? line.slice(1).trim() : line).replace(/(?<=.)\/+$/, "");
  return { negated, matches: compilePattern(cleaned.length > 1 ? cleaned.replace(/^\//, "") : cleaned) };
}
var import_node_path10;
var init_ignore_file = __esm({
  "actions/build-image/reuse/ignore-file.ts"() {
    "use strict";
    import_node_path10 = require("node:path");
    init_ignore_pattern();
  }
});

// actions/build-image/reuse/context-files.ts
function readIgnoreFile(contextDir, dockerfile) {
  const own = dockerfile === void 0 ? [] : [(0, import_node_path11.join)(dockerfile, "..", `${(0, import_node_path11.basename)(dockerfile)}.dockerignore`)];
  const file = [...own, (0, import_node_path11.join)(contextDir, ".dockerignore")].find((candidate) => (0, import_node_fs7.existsSync)(candidate));
  try {
    return file ? (0, import_read_file3.readTextFile)(file) : "";
  } catch (error) {
    throw new import_errors15.InputError([
      {
        subject: "Ignore file",
        message: `${file} cannot be read: ${error.message}. Replace it with a text file, or remove it.`
      }
    ]);
  }
}
function namesAtRoot(root, rules) {
  return (0, import_node_fs7.readdirSync)(root).filter((name) => !rules.judge(name, void 0).ignored);
}
function* walkContext(root, rules) {
  yield* walkFolder(root, "", rules, void 0, []);
}
function* walkFolder(root, folder, rules, parent, pending) {
  const entries = (0, import_node_fs7.readdirSync)((0, import_node_path11.join)(root, folder), { withFileTypes: true });
  entries.sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    const path4 = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const verdict = rules.judge(path4, parent);
    const isFolder = entry.isDirectory();
    const sent = {
      path: path4,
      kind: isFolder ? "folder" : entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other"
    };
    if (!verdict.ignored) {
      yield* pending.splice(0);
      yield sent;
      if (isFolder) yield* walkFolder(root, path4, rules, verdict, []);
    } else if (isFolder && !rules.final) {
      const waiting = [...pending, sent];
      for (const found of walkFolder(root, path4, rules, verdict, waiting)) {
        pending.length = 0;
        yield found;
      }
    }
  }
}
function fingerprintFolder(root, ignoreText) {
  const hash = (0, import_node_crypto5.createHash)("sha256");
  const rules = parseIgnoreFile(ignoreText);
  for (const { path: path4, kind } of walkContext(root, rules)) {
    const absolute = (0, import_node_path11.join)(root, path4);
    const stat2 = (0, import_node_fs7.lstatSync)(absolute);
    const mode = kind === "link" ? 0 : stat2.mode & 4095;
    hash.update(`${kind} ${mode.toString(8)} ${Buffer.byteLength(path4)} ${path4}
`);
    if (kind === "file") hash.update(`${fileDigest(absolute)}
`);
    if (kind === "link") hash.update(`${(0, import_node_crypto5.createHash)("sha256").update((0, import_node_fs7.readlinkSync)(absolute)).digest("hex")}
`);
  }
  return hash.digest("hex");
}
function fileDigest(path4) {
  const hash = (0, import_node_crypto5.createHash)("sha256");
  const file = (0, import_node_fs7.openSync)(path4, "r");
  try {
    for (; ; ) {
      const count = (0, import_node_fs7.readSync)(file, buffer);
      if (count === 0) break;
      hash.update(buffer.subarray(0, count));
    }
  } finally {
    (0, import_node_fs7.closeSync)(file);
  }
  return hash.digest("hex");
}
var import_node_crypto5, import_node_fs7, import_node_path11, import_read_file3, import_errors15, buffer;
var init_context_files = __esm({
  "actions/build-image/reuse/context-files.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    import_node_fs7 = require("node:fs");
    import_node_path11 = require("node:path");
    import_read_file3 = __toESM(require_read_file(), 1);
    import_errors15 = __toESM(require_errors(), 1);
    init_ignore_file();
    buffer = Buffer.allocUnsafe(1 << 20);
  }
});

// actions/build-image/reuse/key.ts
function gatherIngredients(inputs, sourceDateEpoch) {
  const at = (path4) => (0, import_node_path12.resolve)(inputs.workspace, path4);
  const dockerfile = at(inputs.file);
  return {
    scheme: 1,
    dockerfile: (0, import_read_file4.readTextFile)(dockerfile),
    context: fingerprintFolder(at(inputs.contextDir), readIgnoreFile(at(inputs.contextDir), dockerfile)),
    target: inputs.target ?? "",
    platforms: inputs.platforms,
    buildArgs: sorted(inputs.buildArgs),
    buildContexts: sorted(inputs.buildContexts).map(([name, value]) => [name, contextValue(value, at)]),
    secretIds: [...inputs.secrets.keys(), ...inputs.secretEnvs.keys(), ...inputs.secretFiles.keys()].sort(),
    ssh: inputs.ssh,
    labels: sorted(inputs.labels),
    annotations: sorted(inputs.annotations),
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    extraArgs: inputs.extraArgs,
    sourceDateEpoch: sourceDateEpoch ?? ""
  };
}
function reuseKey(ingredients) {
  const fields = Object.entries(ingredients).sort(([a], [b]) => a < b ? -1 : 1);
  return (0, import_node_crypto6.createHash)("sha256").update(JSON.stringify(fields)).digest("hex");
}
function contextValue(value, at) {
  const layout = /^oci-layout:\/\/([^:@]+)/.exec(value)?.[1];
  const folder = layout ?? (value.includes("://") || value.startsWith("git@") ? void 0 : value);
  if (folder === void 0 || !(0, import_read_file4.isDirectory)(at(folder))) return value;
  const ignored = layout === void 0 ? readIgnoreFile(at(folder)) : "";
  return `${value} ${fingerprintFolder(at(folder), ignored)}`;
}
var import_node_crypto6, import_node_path12, import_read_file4, sorted;
var init_key = __esm({
  "actions/build-image/reuse/key.ts"() {
    "use strict";
    import_node_crypto6 = require("node:crypto");
    import_node_path12 = require("node:path");
    import_read_file4 = __toESM(require_read_file(), 1);
    init_context_files();
    sorted = (map) => [...map].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  }
});

// actions/build-image/reuse/moved-tag.ts
async function readTagged(registry, image, tag) {
  try {
    const manifest = await registry.manifest(image, tag);
    if (!manifest) return void 0;
    return { tag, manifest, labels: await readBuildRecord(registry, image, manifest) };
  } catch (error) {
    if ((0, import_errors16.isAbort)(error) || error instanceof import_errors16.InputError) throw error;
    return void 0;
  }
}
function describeMove(image, before, digest, key) {
  if (!before || before.manifest.digest === digest || key !== void 0 && before.labels[import_key_label4.KEY_LABEL] === key)
    return void 0;
  const name = `${(0, import_image_reference10.formatImageName)(image)}:${before.tag}`;
  return `The tag ${name} was moved from ${before.manifest.digest} to ${digest}, which was built from other inputs. Use a separate image name for each variant of a commit, and deploy by digest (output image).`;
}
var import_image_reference10, import_errors16, import_key_label4;
var init_moved_tag = __esm({
  "actions/build-image/reuse/moved-tag.ts"() {
    "use strict";
    import_image_reference10 = __toESM(require_image_reference(), 1);
    import_errors16 = __toESM(require_errors(), 1);
    init_build_record();
    import_key_label4 = __toESM(require_key_label(), 1);
  }
});

// actions/build-image/sign/buildkit-attestations.ts
async function readProvenance(...of) {
  const [found] = await readAttached(...of, "https://slsa.dev/provenance/");
  return found?.predicate;
}
async function readAttached(registry, artifacts, image, manifest, type) {
  const entries = manifest.manifests.filter(import_registry7.isAttestation);
  const found = await Promise.all(
    entries.map(async ({ digest, annotations }) => {
      const about2 = annotations?.["vnd.docker.reference.digest"];
      const attached = about2 && await registry.manifest(image, digest);
      if (!attached) return [];
      const layers = attached.layers.filter((layer) => layer.annotations?.[PREDICATE_TYPE]?.startsWith(type));
      return await Promise.all(
        layers.map(async (layer) => {
          if (layer.size > MOST_BYTES) return [];
          const content = await artifacts.blob(image, layer.digest, MOST_BYTES);
          if (!content) return [];
          const { predicateType, predicate } = JSON.parse(content.toString());
          if (typeof predicateType !== "string" || typeof predicate !== "object" || predicate === null) return [];
          return [{ digest: about2, predicateType, predicate }];
        })
      );
    })
  );
  return found.flat(2);
}
var import_registry7, PREDICATE_TYPE, MOST_BYTES, readSboms;
var init_buildkit_attestations = __esm({
  "actions/build-image/sign/buildkit-attestations.ts"() {
    "use strict";
    import_registry7 = __toESM(require_registry(), 1);
    PREDICATE_TYPE = "in-toto.io/predicate-type";
    MOST_BYTES = 16e6;
    readSboms = (...of) => readAttached(...of, "https://spdx.dev/");
  }
});

// src/provenance/slsa.ts
function readClaims(token) {
  const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
  const names = ["iss", "repository", "repository_id", "ref", "sha", "event_name", "workflow_ref", "run_id"];
  const missing2 = names.filter((name) => typeof claims[name] !== "string");
  if (missing2.length > 0) throw new Error(`the job's token has no ${missing2.join(" and no ")}`);
  return claims;
}
function slsaPredicate(claims, serverUrl, commit, dependencies) {
  const repository = `${serverUrl}/${claims.repository}`;
  const path4 = claims.workflow_ref.replace(`${claims.repository}/`, "").split("@")[0];
  return {
    buildDefinition: {
      buildType: "https://actions.github.io/buildtypes/workflow/v1",
      externalParameters: { workflow: { ref: claims.ref, repository, path: path4 } },
      internalParameters: {
        github: {
          event_name: claims.event_name,
          repository_id: claims.repository_id,
          repository_owner_id: claims.repository_owner_id,
          runner_environment: claims.runner_environment
        }
      },
      resolvedDependencies: [
        { uri: `git+${repository}@${claims.ref}`, digest: { gitCommit: commit } },
        ...dependencies
      ]
    },
    runDetails: {
      builder: { id: `${serverUrl}/${claims.job_workflow_ref ?? claims.workflow_ref}` },
      metadata: { invocationId: `${repository}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}` }
    }
  };
}
function resolvedDependencies(metadata) {
  const found = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(metadata)) {
    if (!key.startsWith("buildx.build.provenance")) continue;
    const { materials, buildDefinition } = object(value);
    for (const list of [materials, object(buildDefinition).resolvedDependencies]) {
      for (const entry of Array.isArray(list) ? list : []) {
        const { uri, digest } = object(entry);
        const digests = Object.entries(object(digest)).filter(
          (pair) => typeof pair[1] === "string"
        );
        if (typeof uri !== "string" || digests.length === 0) continue;
        found.set(`${uri} ${JSON.stringify(digests)}`, { uri, digest: Object.fromEntries(digests) });
      }
    }
  }
  return [...found.values()];
}
var object;
var init_slsa = __esm({
  "src/provenance/slsa.ts"() {
    "use strict";
    object = (value) => typeof value === "object" && value !== null ? value : {};
  }
});

// actions/build-image/plan/signing.ts
function signingObstacle({ serverUrl, eventName }, env, signKey) {
  if (signKey === void 0 && (0, import_identity2.issuerOf)(serverUrl) === void 0)
    return `${serverUrl} is GitHub Enterprise Server, whose tokens Sigstore does not accept. Use a key instead (sign-key)`;
  if (!env.ACTIONS_ID_TOKEN_REQUEST_URL || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
    return 'the job has no identity token. Add "id-token: write" to its permissions (a pull request from a fork never gets one)';
  if (NOT_OURS.includes(eventName))
    return `a run started by ${eventName} carries the ref of the default branch, whatever it builds`;
  return void 0;
}
function tokenObstacle({ iss }, serverUrl) {
  const issuer = (0, import_identity2.issuerOf)(serverUrl);
  if (issuer !== void 0 && (iss === issuer || iss.startsWith(`${issuer}/`))) return void 0;
  return `the job's token is of ${iss}, which Sigstore does not know`;
}
var import_identity2, NOT_OURS, signingInstance;
var init_signing = __esm({
  "actions/build-image/plan/signing.ts"() {
    "use strict";
    import_identity2 = __toESM(require_identity(), 1);
    NOT_OURS = [
      "pull_request_target",
      "workflow_run",
      "issue_comment",
      "issues",
      "discussion",
      "discussion_comment",
      "fork",
      "watch"
    ];
    signingInstance = ({ repository_visibility: visibility }, signLog) => visibility === "public" || signLog === "public" ? "public-good" : "github";
  }
});

// src/google/kms.ts
function createKms(http, endpoint) {
  const about2 = (version, permission) => ({
    resource: `key version ${version}`,
    permission: `cloudkms.cryptoKeyVersions.${permission}`,
    role: ROLE
  });
  return {
    async publicKey(version) {
      const { pem = "", algorithm = "" } = await http.json({
        method: "GET",
        url: `${endpoint}/v1/${version}/publicKey`,
        ...about2(version, "viewPublicKey")
      });
      return { pem, algorithm };
    },
    async sign(version, digest) {
      const { signature = "" } = await http.json({
        method: "POST",
        url: `${endpoint}/v1/${version}:asymmetricSign`,
        json: { digest: { sha256: Buffer.from(digest).toString("base64") } },
        // A second signature of the same digest is as good as the first.
        idempotent: true,
        ...about2(version, "useToSign")
      });
      return Buffer.from(signature, "base64");
    }
  };
}
var ROLE;
var init_kms = __esm({
  "src/google/kms.ts"() {
    "use strict";
    ROLE = "roles/cloudkms.signerVerifier";
  }
});

// shared:src/provenance/key-signature.ts
var require_key_signature = __commonJS({
  "shared:src/provenance/key-signature.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/key-signature.ts"];
  }
});

// actions/build-image/sign/signers.ts
function identitySigner(claims, signLog) {
  const sigstore = signingInstance(claims, signLog);
  const where = sigstore === "public-good" ? "Sigstore's public log" : "GitHub's timestamps, in no public log";
  return {
    how: `recorded by ${where}`,
    async sign(statement) {
      const { signStatement } = await import("./signer.cjs");
      return await signStatement({ ...statement, sigstore });
    }
  };
}
async function keySigner(version, { http, endpoints }) {
  const kms = createKms(http, endpoints.cloudkms);
  const { pem, algorithm } = await kms.publicKey(version);
  if (!import_key_signature.KEY_ALGORITHMS.test(algorithm))
    throw new import_errors17.OutcomeError(
      `Key version ${version} has the algorithm ${algorithm || "(none)"}. Expected EC_SIGN_P256_SHA256, or RSA_SIGN_PKCS1_2048_SHA256, \u2026_3072_\u2026 or \u2026_4096_\u2026: gcloud kms keys create KEY --purpose=asymmetric-signing --default-algorithm=ec-sign-p256-sha256.`
    );
  const key = (0, import_key_signature.parsePublicKey)(pem);
  return {
    how: `by the key ${version}, in no log`,
    async sign({ subjects, predicateType, predicate }) {
      const payload = Buffer.from(
        JSON.stringify({ _type: import_statement3.STATEMENT_TYPE, subject: subjects, predicateType, predicate })
      );
      return (0, import_key_signature.keyBundle)(payload, await kms.sign(version, (0, import_key_signature.sha256)((0, import_key_signature.preAuthEncoding)(payload))), key);
    }
  };
}
var import_key_signature, import_statement3, import_errors17;
var init_signers = __esm({
  "actions/build-image/sign/signers.ts"() {
    "use strict";
    init_kms();
    import_key_signature = __toESM(require_key_signature(), 1);
    import_statement3 = __toESM(require_statement(), 1);
    import_errors17 = __toESM(require_errors(), 1);
    init_signing();
  }
});

// actions/build-image/sign/sign-image.ts
function checkSigning({ inputs, context: { github, env } }) {
  const obstacle = inputs.sign === "required" && inputs.push ? signingObstacle(github, env, inputs.signKey) : void 0;
  if (obstacle)
    throw new import_errors18.InputError([{ subject: "Input sign", message: `is required, and nothing can be signed: ${obstacle}.` }]);
}
async function signImage(work, manifest, built) {
  const { inputs, context } = work;
  if (inputs.sign === "off") return void 0;
  try {
    const obstacle = signingObstacle(context.github, context.env, inputs.signKey);
    const claims = obstacle === void 0 ? await readJobClaims(work) : void 0;
    const why = obstacle ?? (claims && !inputs.signKey ? tokenObstacle(claims, context.github.serverUrl) : void 0);
    if (!claims || why !== void 0) {
      if (inputs.sign === "required") throw new import_errors18.OutcomeError(`Not signed: ${why}.`);
      context.log.info(`Not signed: ${why}.`);
      return void 0;
    }
    return await sign(work, claims, manifest, built);
  } catch (error) {
    if (inputs.sign === "required" || (0, import_errors18.isAbort)(error) || context.signal.aborted) throw asOutcome(error);
    context.log.warning(
      `The image was not signed: ${describe(error)}. Run this step again, or set sign to off; with sign: required this fails the step.`
    );
    return void 0;
  }
}
async function readJobClaims({ inputs, context, cloud }) {
  const audience = inputs.signKey ? "orchestra-provenance" : "sigstore";
  return readClaims(await (0, import_interruption2.orAborted)(cloud.auth.jobToken(audience), context.signal));
}
async function sign(work, claims, manifest, { metadata, caches }) {
  const { inputs, context, cloud, registry } = work;
  const { image } = inputs;
  const artifacts = createRegistryArtifacts(cloud.http);
  const store = createAttestationStore(registry, artifacts);
  const signer = inputs.signKey ? await keySigner(inputs.signKey, cloud) : identitySigner(claims, inputs.signLog);
  const predicate = slsaPredicate(claims, context.github.serverUrl, inputs.commit, resolvedDependencies(metadata));
  const images = manifest.manifests.filter((entry) => !(0, import_registry8.isAttestation)(entry)).map(({ digest }) => digest);
  const [sboms, written] = await Promise.all([
    readSboms(registry, artifacts, image, manifest),
    Promise.all(caches.map(async (cache) => ({ ...cache, manifest: await registry.manifest(image, cache.digest) })))
  ]);
  const name = (0, import_image_reference11.formatImageName)(image);
  const created = new Date(context.clock.now()).toISOString();
  const attest = async (subject, digests2, predicateType, about2, writtenBefore) => {
    const subjects = digests2.map((digest) => ({ name, digest: { sha256: digest.replace("sha256:", "") } }));
    const bundle = await (0, import_interruption2.orAborted)(signer.sign({ subjects, predicateType, predicate: about2 }), context.signal);
    await writtenBefore;
    await store.write(image, subject, digests2, { bundle, predicateType, created });
    return bundle;
  };
  const attestedSboms = Promise.all(
    sboms.map((sbom) => attest(descriptor(manifest, sbom.digest), [sbom.digest], sbom.predicateType, sbom.predicate))
  );
  const digests = [manifest.digest, ...images];
  const [provenance, ofSboms] = await Promise.all([
    attest(descriptor(manifest), digests, import_statement4.SLSA_PROVENANCE, predicate, attestedSboms),
    attestedSboms
  ]);
  const bundles = [provenance, ...ofSboms];
  for (const { manifest: cache, predicateType } of written)
    if (cache) await attest(descriptor(cache), [cache.digest], predicateType, predicate);
  const sbomText = sboms.length > 0 ? ` and ${sboms.length === 1 ? "its SBOM" : `${sboms.length} SBOMs`}` : "";
  const line = `Signed provenance${sbomText} as ${claims.workflow_ref}, ${signer.how}.`;
  context.log.info(line);
  if (!inputs.signKey) await toGitHub(work, bundles);
  return line;
}
async function toGitHub({ inputs, context }, bundles) {
  if (!inputs.githubToken) return;
  try {
    const { storeAtGitHub } = await import("./signer.cjs");
    await storeAtGitHub(context.github, inputs.githubToken, bundles, context);
    context.log.info("The attestations are also in GitHub's store.");
  } catch (error) {
    if (context.signal.aborted) throw error;
    const { status, message } = error;
    const why = status === 403 ? "the token has no attestations: write" : status === 404 ? "the plan of this repository has none" : message;
    context.log.info(`The attestations are in the registry, and not in GitHub's store: ${why}.`);
  }
}
function descriptor(manifest, digest = manifest.digest) {
  const entry = manifest.manifests.find((one) => one.digest === digest);
  return entry ?? { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
}
function asOutcome(error) {
  const known = [import_errors18.CloudError, import_errors18.InputError, import_errors18.OutcomeError].some((type) => error instanceof type);
  if (known || (0, import_errors18.isAbort)(error) || !(error instanceof Error)) return error;
  return new import_errors18.OutcomeError(`The image was pushed, but not signed: ${describe(error)}. Run this step again.`, {
    cause: error
  });
}
function describe(error) {
  const { message, cause } = error;
  const why = cause instanceof Error && cause.message !== "" && !message.includes(cause.message) ? ` (${cause.message})` : "";
  return `${message}${why}`;
}
var import_image_reference11, import_registry8, import_statement4, import_errors18, import_interruption2;
var init_sign_image = __esm({
  "actions/build-image/sign/sign-image.ts"() {
    "use strict";
    import_image_reference11 = __toESM(require_image_reference(), 1);
    import_registry8 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    init_attestation_store();
    init_slsa();
    import_statement4 = __toESM(require_statement(), 1);
    import_errors18 = __toESM(require_errors(), 1);
    import_interruption2 = __toESM(require_interruption(), 1);
    init_signing();
    init_buildkit_attestations();
    init_signers();
  }
});

// actions/build-image/merge/merged-index.ts
function mergeSourceProblem({ platform, manifest, configured }) {
  const images = manifest.config ? [configured ?? "unknown"] : imagesOf(manifest).map(platformOf);
  if (images.length === 1 && images[0] === platform) return void 0;
  return images.length === 0 ? "no image" : `of ${images.join(", ")}`;
}
function mergeSources(sources, annotations) {
  const manifests = sources.flatMap(({ platform, manifest }) => {
    if (!manifest.config) return [...manifest.manifests];
    const [os2 = "", architecture = "", variant] = platform.split("/");
    const { mediaType, digest, bytes } = manifest;
    return [{ mediaType, digest, size: bytes.length, platform: { os: os2, architecture, ...variant && { variant } } }];
  });
  const document = {
    schemaVersion: 2,
    mediaType: import_registry9.OCI_INDEX,
    manifests,
    ...annotations.size > 0 && { annotations: Object.fromEntries([...annotations].sort()) }
  };
  return (0, import_registry9.parseImageManifest)(Buffer.from(JSON.stringify(document)), import_registry9.OCI_INDEX);
}
function indexAnnotations(given, key, records) {
  const own = [...given].flatMap(([name, value]) => {
    const [, levels, rest] = /^((?:index|manifest)(?:\[[^\]]*\])?(?:,[^:]*)?):(.*)$/.exec(name) ?? [];
    return levels?.split(",").includes("index") ? [[rest, value]] : [];
  });
  if (key === void 0) return new Map(own);
  const [oldest] = [...records].sort((a, b) => (a[import_key_label5.CREATED_LABEL] ?? "") < (b[import_key_label5.CREATED_LABEL] ?? "") ? -1 : 1);
  const record = [...import_key_label5.INDEX_ANNOTATIONS].flatMap(([label, annotation]) => {
    const value = label === import_key_label5.KEY_LABEL ? key : oldest?.[label];
    return value === void 0 ? [] : [[annotation, value]];
  });
  return new Map([...own, ...record]);
}
var import_registry9, import_key_label5, imagesOf, platformOf;
var init_merged_index = __esm({
  "actions/build-image/merge/merged-index.ts"() {
    "use strict";
    import_registry9 = __toESM(require_registry(), 1);
    import_key_label5 = __toESM(require_key_label(), 1);
    imagesOf = ({ manifests }) => manifests.filter((entry) => !(0, import_registry9.isAttestation)(entry));
    platformOf = ({ platform = { os: "", architecture: "" } }) => (0, import_registry9.formatPlatform)(platform.architecture === "arm64" ? { ...platform, variant: "" } : platform);
  }
});

// actions/build-image/merge/merge-platforms.ts
async function mergePlatforms(work, merge) {
  const { inputs, context, registry, cloud } = work;
  const { image } = inputs;
  const sources = await readSources(work, merge);
  const records = await Promise.all(sources.map(({ manifest }) => readBuildRecord(registry, image, manifest)));
  const key = wholeKey(work, sources, records);
  const index = mergeSources(sources, indexAnnotations(inputs.annotations, key, records));
  const present = key === void 0 ? void 0 : await registry.digest(image, (0, import_own_tags7.keyTag)(key));
  if (inputs.dryRun) {
    context.log.info(
      `Dry run. ${merge.size} platforms would be merged as ${index.digest}, with the tags ${work.tags.join(", ")}.`
    );
    return;
  }
  const repository = await checkPushTarget(work);
  const before = await readTagged(registry, image, inputs.commit);
  const lookup = key !== void 0 && !(repository?.immutableTags && present !== void 0) ? [(0, import_own_tags7.keyTag)(key)] : [];
  const name = (0, import_image_reference12.formatImageDigest)({ ...image, digest: index.digest });
  if (!await tagAll(registry, image, index, [...work.tags, ...lookup]))
    throw new import_errors19.OutcomeError(`Not merged: the registry has lost parts of the images of ${name}. Re-run all jobs.`);
  context.log.info(`Merged ${sources.map(({ platform }) => platform).join(", ")} as ${name}.`);
  const moved = describeMove(image, before, index.digest, key);
  if (moved !== void 0) context.log.warning(moved);
  const notes = moved === void 0 ? [] : [moved];
  if (inputs.reuse && present === index.digest && await reuseObstacle(work, index.digest) === void 0) {
    const record = await readBuildRecord(registry, image, index);
    const reused = {
      commit: record[import_key_label6.REVISION_LABEL] ?? "unknown",
      created: new Date(record[import_key_label6.CREATED_LABEL] ?? Number.NaN)
    };
    return await finish(work, { manifest: index, tagged: void 0, reused, notes });
  }
  const provenance = await Promise.all(
    sources.map(({ manifest }) => readProvenance(registry, createRegistryArtifacts(cloud.http), image, manifest))
  );
  const metadata = Object.fromEntries(
    sources.map(({ platform }, i) => [`buildx.build.provenance/${platform}`, provenance[i]])
  );
  const signed = await signImage(work, index, { metadata, caches: [] });
  await finish(work, { manifest: index, tagged: void 0, signed, notes });
}
async function readSources(work, merge) {
  const read = await Promise.all([...merge].sort().map(([platform, digest]) => readSource(work, platform, digest)));
  const problems = read.filter((source) => typeof source === "string");
  if (problems.length > 0) throw new import_errors19.OutcomeError(`Not merged: ${problems.join(" ")}`);
  return read.filter((source) => typeof source !== "string");
}
async function readSource(work, platform, digest) {
  const { inputs, registry } = work;
  const [manifest, obstacle] = await Promise.all([
    registry.manifest(inputs.image, digest),
    reuseObstacle(work, digest)
  ]);
  const name = `${(0, import_image_reference12.formatImageName)(inputs.image)}@${digest}`;
  if (!manifest) return `the registry has no ${name}, which was given for ${platform}. Build it again.`;
  const configured = manifest.config ? (0, import_registry10.formatPlatform)(await registry.config(inputs.image, manifest)) : void 0;
  const source = { platform, manifest, configured };
  const problem = mergeSourceProblem(source);
  if (problem !== void 0)
    return `${digest} was given for ${platform}, and is ${problem}. Pass the output digest of the build for ${platform}.`;
  return obstacle === void 0 ? source : `${name}, for ${platform}: ${obstacle}.`;
}
function wholeKey({ inputs, context, key }, sources, records) {
  const keyOf = (one) => reuseKey(gatherIngredients(one, context.env.SOURCE_DATE_EPOCH));
  const other = sources.filter(
    ({ platform }, i) => records[i]?.[import_key_label6.KEY_LABEL] !== keyOf({ ...inputs, platforms: [platform] })
  );
  if (other.length === 0) return key;
  context.log.warning(
    `The images of ${other.map(({ platform }) => platform).join(", ")} were built from other inputs than this step has, so the merged image is not found again by its inputs. Use the same inputs in the steps that build and in the one that merges.`
  );
  return void 0;
}
var import_image_reference12, import_registry10, import_errors19, import_own_tags7, import_key_label6;
var init_merge_platforms = __esm({
  "actions/build-image/merge/merge-platforms.ts"() {
    "use strict";
    import_image_reference12 = __toESM(require_image_reference(), 1);
    import_registry10 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    import_errors19 = __toESM(require_errors(), 1);
    init_push_target();
    import_own_tags7 = __toESM(require_own_tags(), 1);
    init_outputs();
    init_build_record();
    init_find_image();
    init_key();
    import_key_label6 = __toESM(require_key_label(), 1);
    init_moved_tag();
    init_trusted_reuse();
    init_buildkit_attestations();
    init_sign_image();
    init_merged_index();
  }
});

// actions/build-image/plan/unused-build-args.ts
function unusedBuildArgs(text, names) {
  if (/^\s*#\s*syntax\s*=\s*(?!\s|docker(?:\.io)?\/(?:docker\/)?dockerfile)/im.test(text)) return [];
  const instructions = readInstructions(text);
  const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
  const declared = (from, to) => new Set(
    instructions.slice(from, to).filter(({ keyword }) => keyword === "ARG").flatMap(({ rest }) => [...rest.matchAll(/(?:^|\s)([A-Za-z_]\w*)/g)].map(([, name = ""]) => name))
  );
  const [globals, inStages] = [declared(0, Math.max(first, 0)), declared(Math.max(first, 0), instructions.length)];
  const chosen = instructions.filter(({ keyword }, i) => keyword === "FROM" || i < first).map(({ rest, flags }) => `${flags.join(" ")} ${rest}`).join("\n");
  return [...names].flatMap((name) => {
    if (PREDEFINED.test(name) || inStages.has(name)) return [];
    if (!globals.has(name))
      return [
        `Build argument ${name} is not used: the Dockerfile has no ARG ${name}. Write ARG ${name} before the step that uses it, or remove it from build-args.`
      ];
    if (new RegExp(`\\$\\{?${name}\\b`).test(chosen)) return [];
    return [
      `Build argument ${name} is not used: ARG ${name} is before the first FROM, where only FROM lines can use it. Repeat ARG ${name} after the FROM of the stage that uses it.`
    ];
  });
}
var PREDEFINED;
var init_unused_build_args = __esm({
  "actions/build-image/plan/unused-build-args.ts"() {
    "use strict";
    init_dockerfile();
    PREDEFINED = /^(?:(?:HTTPS?|FTP|NO|ALL)_PROXY|BUILDKIT_\w+|BUILDX_\w+|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT))$/i;
  }
});

// actions/build-image/reuse/context-warnings.ts
function contextWarnings({
  workspace,
  contextDir,
  file
}) {
  const folder = (0, import_node_path13.resolve)(workspace, contextDir);
  const rules = parseIgnoreFile(readIgnoreFile(folder, (0, import_node_path13.resolve)(workspace, file)));
  const sent = namesAtRoot(folder, rules);
  const warnings = [];
  if (sent.includes(".git"))
    warnings.push(
      "The build context has .git, which differs in every checkout: no image is reused, and COPY . puts it into the image, together with a token that actions/checkout may keep in .git/config. Add .git to .dockerignore."
    );
  const credentials = sent.find((name) => CREDENTIALS.test(name));
  if (credentials !== void 0)
    warnings.push(
      `The build context has ${credentials}, the credentials of google-github-actions/auth: no image is reused, and COPY . puts them into the image. Add gha-creds-*.json to .dockerignore, or remove that step: this action authenticates by itself.`
    );
  return warnings;
}
var import_node_path13, CREDENTIALS;
var init_context_warnings = __esm({
  "actions/build-image/reuse/context-warnings.ts"() {
    "use strict";
    import_node_path13 = require("node:path");
    init_context_files();
    init_ignore_file();
    CREDENTIALS = /^gha-creds-.*\.json$/;
  }
});

// actions/build-image/reuse/look-up.ts
async function lookUp(work, tagged) {
  const { inputs, context, registry, key } = work;
  if (!inputs.reuse || !key) return { hit: false, reason: "reuse is off" };
  if (inputs.pull || inputs.noCache) return { hit: false, reason: "pull or no-cache requests a fresh build" };
  const now = context.clock.now();
  const byInputs = await judgeTrust(work, await findReusable(registry, inputs.image, key, inputs.reuseMaxAge, now));
  const before = byInputs.hit ? void 0 : await tagged;
  const byCommit = before && judgeReuse(before.manifest, before.labels, key, inputs.reuseMaxAge, now);
  const judged = byCommit?.hit ? await judgeTrust(work, { ...byCommit, isUnfinished: true }) : byInputs;
  if (!judged.hit) context.log.info(`Nothing to reuse: ${judged.reason}.`);
  return judged;
}
async function judgeTrust(work, found) {
  if (!found.hit) return found;
  const { digest } = found.manifest;
  const reason = await reuseObstacle(work, digest);
  return reason === void 0 ? found : { hit: false, reason, untrusted: { digest, reason } };
}
async function tagInputs({ inputs, context, registry, key }, manifest) {
  try {
    if (key) await tagAll(registry, inputs.image, manifest, [(0, import_own_tags8.keyTag)(key)]);
  } catch (error) {
    if (!(error instanceof import_errors20.OutcomeError)) throw error;
    context.log.debug(error.message);
  }
}
var import_errors20, import_own_tags8;
var init_look_up = __esm({
  "actions/build-image/reuse/look-up.ts"() {
    "use strict";
    import_errors20 = __toESM(require_errors(), 1);
    import_own_tags8 = __toESM(require_own_tags(), 1);
    init_find_image();
    init_trusted_reuse();
  }
});

// actions/build-image/run.ts
async function run(inputs, untimed, pid) {
  const context = withTimeLimit(untimed, inputs.timeout);
  for (const warning of inputs.policy.warnings) context.log.warning(warning);
  for (const exception of inputs.policy.exceptions) context.log.notice(exception);
  for (const value of inputs.secrets.values()) context.mask(value);
  for (const variable of inputs.secretEnvs.values()) context.mask(context.env[variable] ?? "");
  (0, import_key_label7.checkCreated)(inputs.labels, context.clock.now());
  const cloud = (0, import_context.connect)(context, inputs.auth);
  const work = {
    inputs,
    context,
    cloud,
    pid,
    registry: (0, import_registry11.createRegistry)(cloud.http),
    key: inputs.push ? reuseKey(gatherIngredients(inputs, context.env.SOURCE_DATE_EPOCH)) : void 0,
    tags: planTags(inputs),
    started: context.clock.now()
  };
  checkSigning(work);
  if (inputs.merge.size > 0) return await mergePlatforms(work, inputs.merge);
  warnOfOtherCheckout(inputs.commit, context.github, context.log);
  for (const warning of contextWarnings(inputs)) context.log.warning(warning);
  const tagged = inputs.push ? (0, import_retry3.ahead)(readTagged(work.registry, inputs.image, work.tags[0])) : void 0;
  const found = await lookUp(work, tagged);
  if (!inputs.dryRun && !found.hit) return await buildAfresh(work, tagged, found.untrusted);
  const before = await tagged;
  if (inputs.dryRun) {
    await checkPushTarget(work);
    return finishDryRun(work, found);
  }
  if (found.hit && await tagReused(work.registry, inputs.image, found.manifest, work.tags)) {
    context.log.info(
      `Reusing the image of commit ${found.commit}, ${found.manifest.digest}: its inputs are unchanged.`
    );
    const notes = warnOfMove(work, before, found.manifest.digest);
    if (found.isUnfinished) await tagInputs(work, found.manifest);
    return await finish(work, { manifest: found.manifest, tagged: void 0, reused: found, notes });
  }
  await buildAfresh(work, tagged, void 0);
}
function warnOfMove({ inputs, context, key }, before, digest) {
  const warning = describeMove(inputs.image, before, digest, key);
  if (warning === void 0) return [];
  context.log.warning(warning);
  return [warning];
}
async function buildAfresh(work, tagged, untrusted) {
  const { inputs, context, registry } = work;
  const target = mustBeSigned(work) && inputs.push && !inputs.load ? await checkPushTarget(work) : void 0;
  const pushedAs = target?.immutableTags ? (0, import_own_tags9.unsignedTag)(context.random.uuid()) : void 0;
  const buildStarted = Promise.withResolvers();
  const checked = buildStarted.promise.then(() => target ?? checkPushTarget(work)).then(async (repository) => {
    await tagged;
    return await tagsToPush(work, repository, untrusted);
  });
  const refused = new AbortController();
  checked.catch((error) => refused.abort(error));
  const signal = AbortSignal.any([context.signal, refused.signal]);
  const logins = createLogins(work.cloud, context, checked);
  const config = await configureDocker(context, inputs.image.host, work.pid, logins.token);
  claimFolder(context, BUILD_STATE.dockerConfig, config.dir);
  let keep = false;
  const onMade = (builder) => {
    keep = true;
    context.saveState(BUILD_STATE.builder, builder);
  };
  try {
    const built = pushedAs ? [pushedAs] : inputs.push && !inputs.load ? work.tags.slice(0, 1) : work.tags;
    const savedMounts = (0, import_retry3.ahead)(findSavedMounts(work));
    const trustedCache = await trustCache(work);
    const { metadata, steps, notes, cacheDigest, mountBuilder } = await buildWith(work, built, {
      trustedCache,
      savedMounts,
      config,
      onMade,
      onLoginRefused: logins.refused,
      onStart: buildStarted.resolve,
      signal
    });
    const digest = String(metadata["containerimage.digest"] ?? "");
    if (!inputs.push) return finishLocal(work, digest, metadata);
    if (!import_image_reference13.DIGEST.test(digest))
      throw new import_errors21.OutcomeError(
        "The build succeeded and its push returned no digest, so there is nothing to deploy. Run this step again."
      );
    const manifest = await readBack(registry, inputs.image, digest);
    const added = (await checked).filter((tag) => !built.includes(tag));
    const complete = () => completeTags(registry, inputs.image, manifest, built, added);
    const meanwhile = pushedAs === void 0 ? complete() : void 0;
    const moved = warnOfMove(work, await tagged, digest);
    meanwhile?.catch(() => {
    });
    const cacheMounts = await savedMounts;
    const mountsDigest = cacheMounts && mountBuilder && await saveCacheMounts(work, cacheMounts, steps, mountBuilder);
    const caches = [
      { digest: trustedCache?.write ? cacheDigest : void 0, predicateType: import_statement5.BUILD_CACHE },
      { digest: mustBeSigned(work) ? mountsDigest : void 0, predicateType: import_statement5.CACHE_MOUNTS }
    ].flatMap(({ digest: one, predicateType }) => one === void 0 ? [] : [{ digest: one, predicateType }]);
    const [signed] = await Promise.all([signImage(work, manifest, { metadata, caches }), meanwhile]);
    await finish(work, {
      manifest,
      tagged: (0, import_retry3.ahead)(meanwhile ?? complete()),
      metadata,
      steps,
      signed,
      notes: [...notes, ...moved]
    });
  } finally {
    config.close(keep);
  }
}
async function buildWith(work, tags, { config, onMade, onLoginRefused, onStart, signal, trustedCache, savedMounts }) {
  const { inputs, context } = work;
  const docker = createDocker(context, inputs.workspace, signal);
  const notes = [];
  const note = (text) => {
    notes.push(text);
    context.log.warning(text);
  };
  const noCache = cacheNote(work);
  if (noCache !== void 0) note(noCache);
  unusedBuildArgs((0, import_read_file5.readTextFile)((0, import_node_path14.resolve)(inputs.workspace, inputs.file)), inputs.buildArgs.keys()).forEach(note);
  const choose = () => chooseBuilder(inputs, docker, config.env, config.dir, context.random, onMade);
  const mountBuilder = () => ({ docker, env: config.env, builder: builder.name, folder: config.dir });
  let builder = firstBuilder(inputs);
  let chosen = false;
  if (inputs.cacheMounts && inputs.push) {
    onStart();
    const [cacheMounts, inspected] = await Promise.all([savedMounts, choose()]);
    builder = inspected;
    if (builder.missing) note(builder.missing);
    chosen = true;
    if (cacheMounts && builder.capable) await restoreCacheMounts(work, cacheMounts, mountBuilder());
  }
  const labels = planLabels(inputs, context.github, new Date(work.started), work.key);
  const cache = noCache === void 0 ? inputs.cache : "off";
  const result = await build({
    docker,
    env: config.env,
    plan: (attempt) => planBuild(inputs, tags, labels, {
      builder: builder.name,
      capable: builder.capable,
      cache,
      trustedCache,
      ...attempt
    }),
    folder: config.dir,
    dockerfile: inputs.file,
    sbom: inputs.sbom,
    async anotherBuilder() {
      if (chosen) return false;
      const { name, capable } = builder;
      builder = await choose();
      if (builder.missing) note(builder.missing);
      return builder.name !== name || builder.capable !== capable;
    },
    onLoginRefused,
    onStart,
    log: context.log,
    clock: context.clock,
    signal
  });
  const located = result.warnings.map(({ message, location }) => ({
    message,
    location: location && { ...location, file: inputs.file }
  }));
  reportWarnings(located, context.log);
  return { ...result, notes, mountBuilder: builder.capable ? mountBuilder() : void 0 };
}
function cacheNote({ inputs, context: { env } }) {
  if (inputs.cache !== "gha" || env.ACTIONS_RUNTIME_TOKEN && (env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL))
    return void 0;
  return "Built without cache: gha, because this runner has no access to GitHub's cache.";
}
var import_node_path14, import_image_reference13, import_registry11, import_read_file5, import_statement5, import_context, import_errors21, import_retry3, import_own_tags9, import_key_label7;
var init_run = __esm({
  "actions/build-image/run.ts"() {
    "use strict";
    import_node_path14 = require("node:path");
    init_docker();
    init_docker_config();
    import_image_reference13 = __toESM(require_image_reference(), 1);
    import_registry11 = __toESM(require_registry(), 1);
    init_checkout();
    import_read_file5 = __toESM(require_read_file(), 1);
    import_statement5 = __toESM(require_statement(), 1);
    import_context = __toESM(require_context(), 1);
    import_errors21 = __toESM(require_errors(), 1);
    import_retry3 = __toESM(require_retry(), 1);
    init_temporary_folder();
    init_time_limit();
    init_builder();
    init_push_target();
    init_pushed_image();
    init_registry_logins();
    init_run_build();
    init_cache_mounts();
    init_clean_up();
    init_merge_platforms();
    init_build_command();
    import_own_tags9 = __toESM(require_own_tags(), 1);
    init_unused_build_args();
    init_outputs();
    init_context_warnings();
    init_key();
    import_key_label7 = __toESM(require_key_label(), 1);
    init_look_up();
    init_moved_tag();
    init_trusted_reuse();
    init_sign_image();
  }
});

// actions/build-image/main.ts
var main_exports = {};
var import_node_process, import_action, import_inputs;
var init_main = __esm({
  "actions/build-image/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    import_action = __toESM(require_action(), 1);
    import_inputs = __toESM(require_inputs(), 1);
    init_run();
    void (0, import_action.runAction)(
      { name: "build-image", readInputs: import_inputs.readInputs, run: (inputs, context) => run(inputs, context, import_node_process.default.pid) },
      import_node_process.default
    );
  }
});

// actions/build-image/post.ts
var post_exports = {};
var import_node_process2, import_action2;
var init_post = __esm({
  "actions/build-image/post.ts"() {
    "use strict";
    import_node_process2 = __toESM(require("node:process"), 1);
    import_action2 = __toESM(require_action(), 1);
    init_clean_up();
    void (0, import_action2.runAction)(
      { name: "build-image", readInputs: () => void 0, run: (_, context) => cleanUpBuild(context) },
      import_node_process2.default
    );
  }
});

// actions/build-image/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
exports.post = () => void (init_post(), __toCommonJS(post_exports));
