namespace Plenum.Tests.Clients;

[Collection(nameof(Official_clients_at_work))]
public sealed class People_with_the_official_client(Official_clients_at_work clients)
{
    [Fact]
    public void See_each_other_come_and_go() => All.Passed(clients.People, "meeting");

    [Fact]
    public void Come_in_with_a_PIN_or_wait_at_the_door() => All.Passed(clients.People, "doors");

    [Fact]
    public void Chat_without_hearing_themselves() => All.Passed(clients.People, "chat");

    [Fact]
    public void Are_muted_spotlighted_and_laid_out_for_all_to_see() => All.Passed(clients.People, "control");

    [Fact]
    public void Follow_a_transfer() => All.Passed(clients.People, "transfer");

    [Fact]
    public void Hold_breakouts() => All.Passed(clients.People, "breakouts");

    [Fact]
    public void Leave_are_removed_and_are_hung_up_on() => All.Passed(clients.People, "leaving");

    [Fact]
    public void Notice_neither_new_tokens_nor_a_restart() => All.Passed(clients.People, "endurance");
}
