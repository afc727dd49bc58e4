using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

[Collection(nameof(A_running_server))]
public sealed class What_sys_offers(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _name = $"sys{Guid.NewGuid():N}";

    public static TheoryData<string, string> Kept => new()
    {
        { "return [sys.storage.put('K', {a: 1}), sys.storage.get('K'), sys.storage.put('K', 2), sys.storage.get('K')]", """[null,{"a":1},{"a":1},2]""" },
        { "return [sys.storage.get('K none'), sys.storage.remove('K none')]", "[null,null]" },
        { "return [sys.storage.putIfAbsent('K', 1), sys.storage.putIfAbsent('K', 2), sys.storage.get('K')]", "[true,false,1]" },
        { "return [sys.storage.replace('K', 1), sys.storage.get('K'), sys.storage.put('K', 1), sys.storage.replace('K', 2), sys.storage.get('K')]", "[false,null,null,true,2]" },
        { "sys.storage.put('K', 'x'); return [sys.storage.remove('K'), sys.storage.get('K')]", "[\"x\",null]" },
        { "sys.storage.put('K', 1, {ttl: 30}); const there = sys.storage.get('K'); sys.utils.script.wait(60); return [there, sys.storage.get('K'), sys.storage.putIfAbsent('K', 2)]", "[1,null,true]" },
        { "sys.storage.put('K', {n: 5}, {encrypt: true}); const hidden = sys.storage.get('K'); return [typeof hidden, hidden.includes('\"n\"'), sys.storage.get('K', {decrypt: true})]", """["string",false,{"n":5}]""" },
        { "return [sys.storage.increment('K'), sys.storage.increment('K', 41), sys.storage.increment('K', -2.5), sys.storage.get('K')]", "[1,42,39.5,39.5]" },
        { "return [sys.storage.compareAndSet('K', null, 1), sys.storage.compareAndSet('K', 2, 3), sys.storage.compareAndSet('K', 1, {a: [1]}), sys.storage.compareAndSet('K', {a: [1]}, 4), sys.storage.get('K')]", "[true,false,true,true,4]" },
        { "sys.storage.put('K/1', 1); sys.storage.put('K/2', 1); return sys.storage.keys('K/').length", "2" },
        { "sys.storage.put('K', 'text'); try { sys.storage.increment('K') } catch (e) { return sys.exceptions.getCode(e) }", "\"badRequest\"" },
        { "try { sys.storage.put('', 1) } catch (e) { return sys.exceptions.getMessage(e) }", "\"A key is a text of 1 to 500 characters\"" },
        { "try { sys.storage.put('K', 'x'.repeat(300000)) } catch (e) { return sys.exceptions.getCode(e) }", "\"badRequest\"" },
        { "try { sys.storage.put('K', 1, {ttl: -1}) } catch (e) { return sys.exceptions.getCode(e) }", "\"badRequest\"" },
        { "sys.storage.put('K', () => 1); return sys.storage.get('K')", "\"() => 1\"" },
        { "sys.events.registerCallback('K', function (kept, a, b) { return [kept.n, a, b] }, {n: 1}); return sys.events.executeCallback('K', 2, 3)", "[1,2,3]" },
        { "sys.events.registerCallback('K', (kept) => kept); sys.events.executeCallback('K'); try { sys.events.executeCallback('K') } catch (e) { return sys.exceptions.getCode(e) }", "\"notFound\"" },
        { "sys.events.registerCallback('K', (kept) => kept, 1, {ttl: 20}); sys.utils.script.wait(50); try { sys.events.executeCallback('K') } catch (e) { return sys.exceptions.getCode(e) }", "\"notFound\"" },
        { "try { sys.events.registerCallback('K', Math.max) } catch (e) { return sys.exceptions.getCode(e) }", "\"badRequest\"" },
        { "sys.utils.concurrency.lock('K'); sys.utils.concurrency.lock('K'); sys.utils.concurrency.unlock('K'); return sys.utils.concurrency.tryLock('K')", "true" },
        { "return sys.utils.concurrency.lock('K', () => 5)", "5" },
        { "return sys.utils.concurrency.lock('K', 2, () => 6)", "6" },
    };

    public static TheoryData<string, string> Plain => new()
    {
        { "return sys.utils.crypto.sha1('abc')", "\"a9993e364706816aba3e25717850c26c9cd0d89d\"" },
        { "return sys.utils.crypto.sha256('abc')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"" },
        { "return sys.utils.crypto.sha3('abc')", "\"3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532\"" },
        { "return sys.utils.crypto.keccak('abc')", "\"4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45\"" },
        { "return sys.utils.crypto.sha3('', 512).slice(0, 16)", "\"a69f73cca23a9ac5\"" },
        { "return sys.utils.crypto.sha3('x'.repeat(500), 224).length", "56" },
        { "try { sys.utils.crypto.sha3('', 1) } catch (e) { return sys.exceptions.getCode(e) }", "\"badRequest\"" },
        { "return sys.utils.crypto.hmac('key', 'The quick brown fox jumps over the lazy dog')", "\"f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8\"" },
        { "return [sys.utils.crypto.uuid().length, sys.utils.crypto.random(4).length]", "[36,8]" },
        { "return sys.utils.base64.encode('This_is_a_pass')", "\"VGhpc19pc19hX3Bhc3M=\"" },
        { "return sys.utils.base64.decode(sys.utils.base64.encode('gr\u00fc\u00df')) === 'gr\u00fc\u00df'", "true" },
        { "try { sys.utils.base64.decode('%') } catch (e) { return sys.exceptions.getCode(e) }", "\"badRequest\"" },
        { "return sys.utils.text.findTokens('#project:test1\\n#assignee:admin #watchers:user1,user2 #important! also #project:test2')", """{"project":["test1","test2"],"assignee":"admin","watchers":["user1","user2"],"important":true}""" },
        { "return sys.utils.text.htmlToText('<strong>This is <br>sparta</strong><script>x</script> &amp; &#65;')", "\"This is \\nsparta & A\"" },
        { "return sys.utils.text.textToHtml('<a> & b\\n')", "\"&lt;a&gt; &amp; b<br>\"" },
        { "return sys.utils.text.markdownToHtml('**This** <b>').trim()", "\"<p><strong>This</strong> &lt;b&gt;</p>\"" },
        { "try { sys.utils.text.processTemplate('x') } catch (e) { return sys.exceptions.getMessage(e) }", "\"sys.utils.text.processTemplate is not offered by this server\"" },
        { "try { foo.bar } catch (e) { return [sys.exceptions.getCode(e), sys.exceptions.getMessage(e)] }", "[null,\"Can't find variable: foo\"]" },
        { "return [sys.exceptions.getMessage('text'), sys.exceptions.getMessage({a: 1})]", "[\"text\",\"{\\\"a\\\":1}\"]" },
        { "return [sys.app.getName(), sys.app.getEnv(), typeof sys.app.getVersion(), sys.app.getDefaultLanguage(), typeof sys.app.getDefaultTimezone().id, sys.app.getUrl().startsWith('http')]", "[\"plenum\",\"dev\",\"string\",\"en\",\"string\",true]" },
        { "return sys.context.getCurrentUserRecord().label()", "\"admin\"" },
        { "return sys.context.getRunId().length", "36" },
        { "return sys.secrets.get('nothingHere')", "null" },
        { "try { app.nothingHere } catch (e) { return [sys.exceptions.getCode(e), sys.exceptions.getMessage(e)] }", "[\"notFound\",\"There is no library nothingHere\"]" },
        { "try { svc.http.get('x') } catch (e) { return sys.exceptions.getMessage(e) }", "\"svc.http.get is not offered by this server\"" },
        { "try { app.endpoints.twilio.call() } catch (e) { return sys.exceptions.getMessage(e) }", "\"app.endpoints.twilio.call is not offered by this server\"" },
        { "try { sys.data.findById('a', 'b') } catch (e) { return sys.exceptions.getMessage(e) }", "\"sys.data.findById is not offered by this server\"" },
        { "try { sys.http.get('https://example.org/') } catch (e) { return [sys.exceptions.getCode(e), sys.exceptions.getMessage(e)] }", "[\"forbidden\",\"example.org is not among the hosts that scripts may call (Plenum:Scripts:Http:Hosts)\"]" },
        { "try { sys.http.get({}) } catch (e) { return sys.exceptions.getCode(e) }", "\"badRequest\"" },
        { "try { sys.conferences.get('not.here') } catch (e) { return [sys.exceptions.getCode(e), sys.conferences.find('not.here')] }", "[\"notFound\",null]" },
        { "return sys.users.findById('nobody')", "null" },
        { "try { sys.ui.ask({scope: 'kitchen', name: 'x'}) ; return 1 } catch (e) { return 2 }", "1" },
        { "try { await sys.ui.ask({scope: 'kitchen', name: 'x'}) } catch (e) { return sys.exceptions.getCode(e) }", "\"badRequest\"" },
        { "try { await sys.ui.ask({name: 'showMessage', title: 'a', message: 'b', target: 'users', targetUsers: ['nobody@example.org']}) } catch (e) { return sys.exceptions.getCode(e) }", "\"notFound\"" },
        { "const all = await sys.ui.gather({name: 'historyBack', target: 'users', targetUsers: ['nobody@example.org']}); return [all.complete, all.answers, all.missing]", "[true,[],[]]" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Keeps_things_by_key(string script, string value) => Assert.Equal(value, await Value(script.Replace("'K", $"'{_name}", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Answers_plain_questions(string script, string value) => Assert.Equal(value, await Value(script));

    /// <summary>Whatever a script does with the server's side of sys, it hears a refusal or does it to itself, and the next one finds all as it was.</summary>
    [Theory]
    [InlineData("Promise = null; Array.prototype.map = null; await sys.ui.ask({name: 'historyBack', target: 'users', targetUsers: ['nobody']})")]
    [InlineData("Object.prototype.callbacks = {evil() {}}; sys.ui.sendMessage({name: 'historyBack'})")]
    [InlineData("Object.prototype.onTimeout = () => 1; sys.ui.sendMessage({name: 'historyBack'})")]
    [InlineData("Object.defineProperty(Object.prototype, 'id', {get() { throw 1 }}); await sys.ui.gather({name: 'historyBack', target: 'users', targetUsers: ['nobody']})")]
    [InlineData("sys.ui.sendMessage({get name() { return 'historyBack' }, get scope() { throw 1 }})")]
    [InlineData("sys.ui.sendMessage(new Proxy({}, {ownKeys() { throw 1 }}))")]
    [InlineData("sys.ui.sendMessage({name: 'historyBack', toJSON() { return {name: 'showMessage', scope: 'plugin:x'} }})")]
    [InlineData("let deep = {}; for (let i = 0; i < 200; i++) deep = {deep}; sys.ui.sendMessage({name: 'historyBack', deep})")]
    [InlineData("sys.ui.sendMessage({name: '\ud800'})")]
    [InlineData("sys.ui.sendMessage({name: 'historyBack', target: 'users', targetUsers: Array(2000).fill('x')})")]
    [InlineData("sys.ui.ask({name: 'historyBack'}).then = null; await null")]
    [InlineData("sys.storage.put('__proto__', {polluted: 1}); return sys.storage.remove('__proto__')")]
    [InlineData("sys.storage.put('a\u0000b', '\u0000'); return sys.storage.remove('a\u0000b')")]
    [InlineData("sys.storage.put('\ud800', 1)")]
    [InlineData("sys.storage.get({toString() { return 'x' }})")]
    [InlineData("sys.storage.increment('evil', Infinity)")]
    [InlineData("sys.storage.keys('%')")]
    [InlineData("sys.utils.concurrency.lock('x'.repeat(1e6))")]
    [InlineData("sys.utils.concurrency.tryLock('evil', -1e300)")]
    [InlineData("sys.utils.crypto.sha256('x'.repeat(2e6))")]
    [InlineData("sys.utils.crypto.random(1e9)")]
    [InlineData("sys.utils.text.markdownToHtml('['.repeat(90000))")]
    [InlineData("app['__proto__'].x = 1")]
    [InlineData("app['../../etc/passwd']")]
    [InlineData("sys.secrets.get('__proto__').x")]
    [InlineData("sys.events.executeCallback('__proto__')")]
    [InlineData("sys.events.registerCallback('x', function () { [native code] })")]
    [InlineData("sys.events.triggerEvent('x'.repeat(1e4))")]
    [InlineData("sys.conferences.get('../admin')")]
    [InlineData("sys.conferences.get('meet.open').do('../lock')")]
    [InlineData("sys.conferences.get('meet.open').participant('x').do('release_token')")]
    [InlineData("sys.conferences.get('meet.open').configureMix('../x', {transform_layout: 5})")]
    [InlineData("sys.conferences.get('meet.open').dial('sip:a@b', {role: {}})")]
    [InlineData("sys.conferences.get('meet.open').message('x'.repeat(40000))")]
    [InlineData("sys.http.get('http://[::ffff:127.0.0.1]:' + 80)")]
    [InlineData("sys.http.request({url: 'https://a.example/', headers: {'X': 'a\r\nb'}})")]
    [InlineData("sys.http.request({url: 'https://a.example/', method: 'CONNECT'})")]
    [InlineData("sys.http.request({url: 'x'.repeat(9e5)})")]
    [InlineData("for (;;) { try { sys.secrets.get('x') } catch { continue } }")]
    public async Task Withstands(string attack)
    {
        var run = await Run(attack);
        Assert.Contains((string)run["outcome"]!, (string[])["returned", "threw", "stopped"]);
        Assert.Equal("[true,true,\"undefined\"]", await Value("return [({}).polluted === undefined, ({}).callbacks === undefined, typeof evil]"));
    }

    [Fact]
    public async Task Counts_right_however_many_count()
    {
        await Put($"return sys.storage.increment('{_name}')");
        var counted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _admin.Post($"listeners/{_name}/runs", "{}")));
        Assert.Equal(Enumerable.Range(1, 20), counted.Select(run => (int)run["value"]!).Order());
    }

    [Fact]
    public async Task One_run_at_a_time_holds_a_lock()
    {
        await Put($"sys.utils.concurrency.lock('{_name}'); const n = sys.storage.get('{_name}') ?? 0; sys.utils.script.wait(5); sys.storage.put('{_name}', n + 1); return n");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _admin.Post($"listeners/{_name}/runs", "{}")));
        Assert.Equal("8", await Value($"return sys.storage.get('{_name}')"));
    }

    [Fact]
    public async Task Libraries_are_shared_and_secrets_are_read_by_scripts_alone()
    {
        await _admin.Ask(HttpMethod.Put, $"libraries/{_name}", """{"script": "let calls = 0;\nexports.twice = (x) => { calls++; return 2 * x };\nexports.calls = () => calls;\nexports.broken = () => foo.bar()", "label": "Sums"}""");
        await _admin.Ask(HttpMethod.Put, $"script-secrets/{_name}", """{"value": "very-hidden-indeed"}""");
        Assert.Equal("[14,6,2,\"very-hidden-indeed\"]", await Value($"return [app.{_name}.twice(7), app['{_name}'].twice(3), app.{_name}.calls(), sys.secrets.get('{_name}')]"));
        var failed = await Run($"\napp.{_name}.broken()");
        Assert.StartsWith("@libraries/", (string)failed["stack"]!, StringComparison.Ordinal);
        await _admin.Ask(HttpMethod.Put, $"libraries/{_name}", """{"script": "exports.twice = (x) => x + x"}""");
        Assert.Equal([2, 1], (await _admin.Get($"libraries/{_name}/history")).AsArray().Select(one => (int)one!["version"]!));
        Assert.DoesNotContain("very-hidden", $"{await _admin.Get("script-secrets")}{await _admin.Get("audit")}", StringComparison.Ordinal);
        await _admin.Delete($"libraries/{_name}");
        await _admin.Delete($"script-secrets/{_name}");
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Get, $"libraries/{_name}")).Status);
        Assert.Equal("name", (await _admin.Refused(HttpMethod.Put, "libraries/with-dash", """{"script": "1"}""")).Member);
        Assert.Equal("value", (await _admin.Refused(HttpMethod.Put, $"script-secrets/{_name}", """{"value": ""}""")).Member);
    }

    [Fact]
    public async Task An_event_of_a_script_runs_the_listeners_that_wait_for_it()
    {
        await _admin.Ask(HttpMethod.Put, $"listeners/hears{_name}", $$"""{"type": "manual", "event": "{{_name}}", "script": "log(event.type, event.customEvent === '{{_name}}', event.customData.n)"}""");
        await Run($"sys.events.triggerEvent('{_name}', {{n: 7}})");
        await Messages_to_pages.Until(async () => (await _admin.Get($"runs?listener=hears{_name}")).AsArray().Count == 1);
        Assert.Equal("CUSTOM true 7", (string)(await _admin.Get($"logs?listener=hears{_name}&level=info"))["items"]![0]!["text"]!);
    }

    [Fact]
    public async Task A_conference_does_by_alias_what_hosts_may_ask_of_it()
    {
        var alias = running.Take(Furniture.Open);
        var ada = await running.Join(alias, "Ada");
        await using var events = await ada.Listen();
        var told = await Value($$"""
            const c = sys.conferences.get('{{alias}}');
            c.lock(); const locked = c.status().locked; c.unlock();
            c.setMessageText('On air'); c.message('from a script');
            const [ada] = c.participants();
            ada.mute(); ada.raiseHand(); ada.setOverlayText('A');
            const b = c.openBreakout({name: 'Side'});
            c.breakout(b).lock();
            const seen = c.participant(ada.id());
            try { c.participant('{{Guid.NewGuid()}}').mute() } catch (e) { var gone = sys.exceptions.getCode(e) }
            try { c.do('fly') } catch (e) { var unknown = sys.exceptions.getCode(e) }
            return [locked, c.status().locked, c.read('get_message_text').text, ada.label(), seen.field('is_muted').val(), seen.field('overlay_text').val(), c.breakouts()[0].name, c.breakout(b).status().locked, gone, unknown,
                sys.users.list('{{alias}}')[0].label(), sys.users.containsGroup(ada.id(), 'x'), sys.conferences.list('{{alias}}').length > 0]
            """);
        Assert.Equal("""[true,false,"On air","Ada","YES","A","Side",true,"notFound","badRequest","Ada",false,true]""", told);
        var said = await events.Until("message_received", _ => true);
        Assert.Equal(("from a script", $"script {_name}"), (said.GetProperty("payload").GetString(), said.GetProperty("origin").GetString()));
    }

    public void Dispose() => _admin.Dispose();

    private Task Put(string script) => _admin.Ask(HttpMethod.Put, $"listeners/{_name}", new JsonObject { ["type"] = "manual", ["script"] = script }.ToJsonString());

    private async Task<JsonNode> Run(string script)
    {
        await Put(script);
        return await _admin.Post($"listeners/{_name}/runs", "{}");
    }

    private async Task<string> Value(string script)
    {
        var run = await Run(script);
        Assert.True((string)run["outcome"]! == "returned", $"{run["message"]} {run["line"]}");
        return run["value"]?.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";
    }
}
