using Plenum.Contracts.Scripts;

namespace Plenum.Tests.Scripting;

[Collection(nameof(Warm_hosts))]
public sealed class Running_a_script(Warm_hosts hosts)
{
    [Theory]
    [InlineData("return 6 * 7", "42")]
    [InlineData("return event.data.number", "1234")]
    [InlineData("const {data: {text}} = event; return `${text}!`", "\"hello!\"")]
    [InlineData("return [...new Set([1, 1, 2])].map(x => x ** 2).at(-1)", "4")]
    [InlineData("class A { #x = 1; get x() { return this.#x ?? 2 } } return new A().x", "1")]
    [InlineData("sum = 0; for (var i of [1, 2]) sum += i; return sum", "3")]
    [InlineData("const a = await Promise.resolve(5); return a + 1", "6")]
    [InlineData("return Promise.resolve({late: true})", "{\"late\":true}")]
    [InlineData("var done = 0; // ends with a comment", "null")]
    [InlineData("function actionScript(e) { return e.data.text } return actionScript(event)", "\"hello\"")]
    [InlineData("return {f: function (a) { return a }}", "{\"f\":\"function (a) { return a }\"}")]
    [InlineData("return sys.utils.script.eval('return context.a * 2', {a: 4})", "8")]
    [InlineData("return sys.context.getCurrentUserId()", "null")]
    [InlineData("return sys.exceptions.getCode(new sys.exceptions.ScriptException('notFound', 'gone'))", "\"notFound\"")]
    [InlineData("try { sys.exceptions.throwException('forbidden', 'no') } catch (e) { return [sys.exceptions.getCode(e), sys.exceptions.getMessage(e)] }", "[\"forbidden\",\"no\"]")]
    [InlineData("return typeof sys.data.find + typeof setTimeout + typeof require + typeof process + typeof fetch", "\"functionundefinedundefinedundefinedundefined\"")]
    public async Task Gives_what_the_script_returns(string source, string value) =>
        Assert.Equal(value, (await hosts.Run(source, """{"data": {"number": 1234, "text": "hello"}}""")).Value);

    [Theory]
    [InlineData("function (originalMessage, callbackData) { return [originalMessage.companyId, callbackData.number, callbackData.data.number, Object.keys(callbackData)] }", """["ABC",1234,1234,["number"]]""")]
    [InlineData("(m, d) => d.data.number", "1234")]
    [InlineData("async (m, d) => d.number", "1234")]
    [InlineData("callback1(m, d) { return d.number }", "1234")]
    [InlineData("async callback1(m, d) { return d.number }", "1234")]
    [InlineData("function (m, d) { function inner() { return d.number } return inner() } // the end", "1234")]
    public async Task Calls_a_function_of_which_only_the_text_was_kept(string source, string value) =>
        Assert.Equal(value, (await hosts.Run(new Assignment("callback", source, SourceKind.Function, Arguments: """[{"companyId": "ABC"}, {"number": 1234}]""", Reply: true))).Value);

    [Fact]
    public async Task A_reply_with_data_of_its_own_keeps_it() => Assert.Equal("[7,null]", (await hosts.Run(
        new Assignment("callback", "(m, d) => [d.data, m.data]", SourceKind.Function, Arguments: """[{}, {"data": 7}]""", Reply: true))).Value);

    [Theory]
    [InlineData("\n\nfoo.bar()", 3, "ReferenceError: Can't find variable: foo")]
    [InlineData("var x = ;", 1, "SyntaxError: Unexpected token ';'")]
    [InlineData("\n  let y = }", 2, "SyntaxError: Unexpected token '}'")]
    [InlineData("await null;\n\nthrow new TypeError('late')", 3, "TypeError: late")]
    [InlineData("function f() {\n  throw new Error('deep') }\nf()", 2, "Error: deep")]
    public async Task Says_where_a_script_failed(string source, int line, string message)
    {
        var error = (await hosts.Run(source)).Error;
        Assert.Equal((line, message), (error.Line, error.Message));
        Assert.DoesNotContain("plenum:sys", error.Stack, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'a text'", "unknownError", "a text")]
    [InlineData("throw {a: 1}", "unknownError", "{\"a\":1}")]
    [InlineData("sys.exceptions.throwException('badRequest', 'no such person')", "badRequest", "ScriptException: no such person")]
    [InlineData("new sys.exceptions.ScriptException('conflict', 'twice').throw()", "conflict", "ScriptException: twice")]
    [InlineData("sys.data.find('people')", "systemException", "ScriptException: sys.data.find is not offered by this server")]
    [InlineData("sys.logs.fatal('x')", "systemException", "ScriptException: sys.logs.fatal is not offered by this server")]
    [InlineData("const loop = {}; loop.loop = loop; return loop", "badRequest", "ScriptException: This cannot be sent as JSON: TypeError: JSON.stringify cannot serialize cyclic structures.")]
    [InlineData("return new Promise(() => {})", "systemException", "The run ended without a result: what it waited for can no longer happen")]
    public async Task Tells_what_was_thrown(string source, string code, string message)
    {
        var error = (await hosts.Run(source)).Error;
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public async Task Takes_down_what_the_script_logs_in_order()
    {
        var ran = await hosts.Run("sys.logs.debug('one', {a: 1}); sys.logs.info('*** DATA: ' + event); sys.logs.warn(7, null); sys.logs.error('id', 5, new Error('x')); log('plain'); console.log([1])", "{}");
        Assert.Equal(["debug one {\"a\":1}", "info *** DATA: [object Object]", "warn 7 null"], ran.Lines.Take(3).Select(line => $"{line.Level} {line.Text}"));
        Assert.StartsWith("id 5 Error: x", ran.Lines[3].Text, StringComparison.Ordinal);
        Assert.Equal(["plain", "[1]"], ran.Lines.Skip(4).Select(line => line.Text));
    }

    [Fact]
    public async Task Waits_as_long_as_the_script_wants_and_says_how_long_it_took()
    {
        var ran = await hosts.Run("sys.utils.script.wait(150); return 1");
        Assert.True(ran.Report.Took.TotalMilliseconds >= 150, $"{ran.Report.Took}");
        Assert.True(ran.Report.PeakBytes > 1_000_000, $"{ran.Report.PeakBytes}");
    }

    [Fact]
    public async Task Knows_who_it_runs_for() => Assert.Equal("""["u1","u1","Ada","10.0.0.1"]""", (await hosts.Run(new Assignment(
        "t", "const u = sys.context.getCurrentUserRecord(); return [sys.context.getCurrentUserId(), u.id(), u.label(), sys.context.getCurrentIp()]",
        Context: """{"user": {"id": "u1", "name": "Ada"}, "ip": "10.0.0.1"}"""))).Value);

    [Fact]
    public async Task Many_run_at_once_and_each_gets_its_own_answer() =>
        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"{number}"), (await Task.WhenAll(Enumerable.Range(0, 200).Select(number => hosts.Run("return event", $"{number}")))).Select(ran => ran.Value));

    /// <summary>Nothing is completed that is not there, and nothing is there that is not completed.</summary>
    [Fact]
    public async Task The_editor_completes_what_sys_offers()
    {
        var ran = await hosts.Run("""
            const all = [];
            const walk = (room, path) => { for (const name of Object.keys(room)) Object.keys(room[name]).length > 0 && path.split('.').length < 3 ? walk(room[name], path + '.' + name) : all.push(path + '.' + name) };
            walk(sys, 'sys');
            return all.sort().join(' ')
            """);
        Assert.Equal(Server.Management.Pages.Scripts.SysWords.All.Split(' ').Order(StringComparer.Ordinal), System.Text.Json.JsonSerializer.Deserialize<string>(ran.Value)!.Split(' ').Order(StringComparer.Ordinal));
    }
}
