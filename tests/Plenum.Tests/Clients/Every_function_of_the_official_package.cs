namespace Plenum.Tests.Clients;

[Collection(nameof(Official_clients_at_work))]
public sealed class Every_function_of_the_official_package(Official_clients_at_work clients)
{
    [Fact]
    public void Has_a_scenario_that_calls_it() =>
        Assert.DoesNotContain(clients.Functions, check => check.Area == "unknown");

    [Theory]
    [InlineData("token")]
    [InlineData("conference")]
    [InlineData("participant")]
    [InlineData("call")]
    [InlineData("breakout")]
    [InlineData("tools")]
    public void Gets_the_answers_that_its_validators_accept(string area) => All.Passed(clients.Functions, area);
}
