namespace Plenum.Tests.Scripting;

/// <summary>What a script does to its own world is its own loss: it gets nothing out here, and the next run finds nothing of it.</summary>
[Collection(nameof(Warm_hosts))]
public sealed class Scripts_that_attack(Warm_hosts hosts)
{
    /// <summary>What the next run in the same process looks at.</summary>
    private const string Clean = """
        const seen = Object.getOwnPropertyNames(globalThis).filter(name => /^(leak|evil)/.test(name));
        return [({}).leak === undefined, [].map === Array.prototype.map && [1].map(x => x)[0] === 1, JSON.stringify({a: 1}), seen.length, typeof sys.logs.info, (function () {}).leak === undefined, 'x'.leak === undefined]
        """;

    public static TheoryData<string> Attacks => new(
        // Its own world, bent.
        "Object.prototype.leak = 1; Array.prototype.map = null; JSON.stringify = () => 'evil'; leak = 1",
        "globalThis.leakEver = {}; Function.prototype.leak = 1; String.prototype.leak = 1",
        "Object.defineProperty(Object.prototype, 'then', {get() { throw 1 }, configurable: true}); return {}",
        "Object.defineProperty(Object.prototype, 'toJSON', {value() { return 'evil' }}); return {a: 1}",
        "Object.defineProperty(Object.prototype, 'code', {get() { return 'evil' }}); sys.logs.info('x')",
        "Object.defineProperty(Object.prototype, 'value', {get() { return 'evil' }}); sys.logs.info('x')",
        "Reflect.apply = () => 'evil'; Proxy = null; Error = null; String = null; JSON = null; return 1",
        "Array.prototype.push = Array.prototype.join = () => { throw 1 }; sys.logs.info('a', 'b')",
        "delete globalThis.sys; delete globalThis.log; return 1",
        "sys = null; sys2 = undefined; return 1",
        "Object.freeze(globalThis); return 1",
        "Object.setPrototypeOf(Object.prototype, new Proxy({}, {}))",
        "Error.prepareStackTrace = () => 'evil'; Error.stackTraceLimit = 1e9; throw new Error('x')",
        "Object.defineProperty(Error.prototype, 'stack', {get() { throw 1 }}); throw new Error('x')",
        "Symbol.for('leak').description; Symbol.prototype.leak = 1",
        "eval('var leakHere = 1'); (0, eval)('var leakThere = 1'); new Function('leakToo = 1')()",
        // What is thrown and returned.
        "throw {get message() { throw 1 }, toString() { throw 2 }, toJSON() { throw 3 }}",
        "throw new Proxy({}, {get() { throw 1 }, getPrototypeOf() { throw 2 }})",
        "throw Object.create(null)",
        "throw Symbol('x')",
        "throw undefined",
        "throw new Proxy(function () {}, {})",
        "const e = new Error('x'); Object.defineProperty(e, 'stack', {get() { throw 1 }}); throw e",
        "const e = new Error('x'); Object.defineProperty(e, 'line', {value: 1e300}); e.code = {}; throw e",
        "const e = new Error('x'); e.stack = '@x:99999999999999999999:1'; throw e",
        "return new Proxy({}, {get() { throw 1 }, ownKeys() { throw 2 }})",
        "return {toJSON() { throw 1 }}",
        "return {get a() { throw 1 }}",
        "return {then(ok, no) { ok(1); ok(2); no(3) }}",
        "return {get then() { throw 1 }}",
        "return {then: 5}",
        "return 10n",
        "return [NaN, Infinity, -0, undefined, () => 1]",
        "return '\\ud800'",
        "return 'x\\0y'",
        "return new Date(NaN)",
        // Out of the body it is wrapped in.
        "}); leak = 1; (function () {",
        "return 1 }, leak = 1, function () {",
        "*/ leak = 1 /*",
        "<!-- leak",
        "//# sourceURL=plenum:sys\nthrow new Error('x')",
        "arguments.callee.caller?.leak",
        "return (function () { return this })().constructor.constructor('return this')() === globalThis",
        "return sys.constructor.constructor('return typeof host + typeof call + typeof ordered')()",
        "return Object.getOwnPropertyNames(sys.logs.info.caller ?? {}).length",
        "return String(sys.logs.info) + sys.utils.script.wait",
        // What the engine lends, misused.
        "sys.utils.script.wait({valueOf() { throw 1 }})",
        "sys.utils.script.wait(NaN); sys.utils.script.wait(-1); sys.utils.script.wait('x'); sys.utils.script.wait()",
        "sys.logs.info({toString() { throw 1 }, toJSON() { throw 1 }}); sys.logs.info(Symbol('x')); sys.logs.info()",
        "sys.logs.info({get a() { sys.logs.info('inside'); return 1 }})",
        "sys.logs.info('x'.repeat(5e6))",
        "return sys.utils.text.stringify({a: {toJSON() { return sys.utils.text.stringify({b: 1}) }}})",
        "sys.utils.script.eval('throw new Error(1)')",
        "new sys.exceptions.ScriptException({toString() { throw 1 }}, 1)",
        "sys.nothing.at.all.deep()",
        "new sys.nothing()",
        // Recursion and depth, which end in an error of the script's own.
        "const f = () => f(); f()",
        "const o = {get a() { return this.a }}; o.a",
        "const p = new Proxy({}, {get(t, k, r) { return r[k] }}); p.a",
        "const o = {toString() { return '' + this }}; '' + o",
        "class A extends Array { constructor() { super(); new A() } } new A()",
        "let deep = []; for (let i = 0; i < 4e4; i++) deep = [deep]; return deep",
        "let deep = []; for (let i = 0; i < 4e4; i++) deep = [deep]; return String(deep)",
        "return JSON.parse('['.repeat(4e4) + ']'.repeat(4e4))",
        "return eval('('.repeat(1e5) + ')'.repeat(1e5))",
        "[3, 2, 1].sort(function again(a, b) { return [b, a].sort(again) })",
        "return new RegExp('('.repeat(1e5) + ')'.repeat(1e5)).test('')",
        "return 'x'.repeat(2 ** 31)",
        "return new Array(-1)",
        "let x = 2n; for (;;) x = x * x",
        "new ArrayBuffer(2 ** 53)",
        "return Array.from({length: 2 ** 53})[0]",
        "new WeakRef({}).deref(); new FinalizationRegistry(() => { leak = 1 }).register({}, 1); return 1",
        "Promise.reject(new Error('nobody hears')); return 1",
        "for (let i = 0; i < 1e5; i++) Promise.resolve().then(() => i); return 1");

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Harm_nobody_else(string source)
    {
        var ran = await hosts.Run(source, "{}");
        Assert.IsNotType<Server.Scripting.Hosts.Outcome.NotBegun>(ran.Report.Outcome);
        Assert.Empty(ran.Calls);
        Assert.All(ran.Lines, line => Assert.True(line.Text.Length <= 8192));
        // Two processes take turns: both must be clean.
        foreach (var after in await Task.WhenAll(hosts.Run(Clean), hosts.Run(Clean)))
            Assert.Equal("""[true,true,"{\"a\":1}",0,"function",true,true]""", after.Value);
    }
}
