using Recommender.Storage.State;
using Recommender.Tests.Worker;
using Xunit;

namespace Recommender.Tests.Storage.State;

/// <summary>What every state must do, wherever it is kept.</summary>
public abstract class StateContract
{
    protected static readonly StateName Name = new("tokens", "shop", "one");

    private protected MovingClock Clock { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Another way to the same state.</summary>
    protected abstract Task<IStateStore> OpenAsync();

    [Fact]
    public async Task A_new_state_is_empty()
    {
        using var state = await OpenAsync();

        Assert.Equal(0, await state.RevisionAsync(Stop));
        Assert.Null(await state.FindAsync(Name, Stop));
        Assert.Empty(await state.ChangesAsync(0, Stop));
    }

    [Fact]
    public async Task A_document_is_found_as_it_was_written_last()
    {
        using var state = await OpenAsync();
        const string text = """{"name":"Größe \"'; DROP TABLE documents; --\u0000 日本"}""";

        var first = await WriteAsync(state, Name, "{}");
        Clock.Pass(TimeSpan.FromMinutes(1));
        var second = await WriteAsync(state, Name, text);

        Assert.True(second > first);
        Assert.Equal(new StateDocument(Name, text, second, Clock.GetUtcNow().UtcDateTime), await state.FindAsync(Name, Stop));
        Assert.Equal(second, await state.RevisionAsync(Stop));
    }

    [Fact]
    public async Task A_list_holds_one_kind_of_one_tenant_or_of_all_in_order()
    {
        using var state = await OpenAsync();
        foreach (var (kind, tenant, key) in new[] { ("tokens", "b", "2"), ("tokens", "a", "9"), ("tokens", "b", "10"), ("tokens", "b", "Z"), ("tokens", "b", "a"), ("rules", "b", "1") })
            await WriteAsync(state, new(kind, tenant, key), "{}");

        Assert.Equal(["a/9", "b/10", "b/2", "b/Z", "b/a"], (await state.ListAsync("tokens", null, Stop)).Select(document => $"{document.Name.Tenant}/{document.Name.Key}"));
        Assert.Equal(["10", "2", "Z", "a"], (await state.ListAsync("tokens", "b", Stop)).Select(document => document.Name.Key));
        Assert.Empty(await state.ListAsync("tokens", "nobody", Stop));
    }

    [Fact]
    public async Task What_is_removed_is_not_found_but_told()
    {
        using var state = await OpenAsync();
        var written = await WriteAsync(state, Name, "{}");

        var removed = await WriteAsync(state, Name, null);

        Assert.Null(await state.FindAsync(Name, Stop));
        Assert.Empty(await state.ListAsync(Name.Kind, null, Stop));
        var change = Assert.Single(await state.ChangesAsync(written, Stop));
        Assert.Equal((Name, null, removed), (change.Name, change.Json, change.Revision));
    }

    [Fact]
    public async Task Changes_come_in_the_order_in_which_they_were_made_and_only_the_last_of_each()
    {
        using var state = await OpenAsync();
        var (other, third) = (Name with { Key = "two" }, Name with { Key = "three" });
        var first = await WriteAsync(state, Name, "1");
        await WriteAsync(state, other, "2");
        await WriteAsync(state, Name, "3");
        await state.WriteAsync([new(third, "4"), new(other, "5"), new(third, "6")], Stop);

        Assert.Equal(["3", "6", "5"], (await state.ChangesAsync(0, Stop)).Select(document => document.Json));
        Assert.Equal(3, (await state.ChangesAsync(first, Stop)).Count);
        Assert.Empty(await state.ChangesAsync(await state.RevisionAsync(Stop), Stop));
    }

    [Fact]
    public async Task A_change_that_expects_another_revision_changes_nothing_of_its_batch()
    {
        using var state = await OpenAsync();
        var revision = await WriteAsync(state, Name, "1");
        var other = Name with { Key = "two" };

        await Assert.ThrowsAsync<StateConflictException>(() => state.WriteAsync([new(other, "x"), new(Name, "2", revision + 1)], Stop));
        await Assert.ThrowsAsync<StateConflictException>(() => state.WriteAsync([new(Name, "2", Expected: 0)], Stop));
        await Assert.ThrowsAsync<StateConflictException>(() => state.WriteAsync([new(other, "2", revision)], Stop));
        Assert.Null(await state.FindAsync(other, Stop));
        Assert.Equal(revision, await state.RevisionAsync(Stop));

        var next = await state.WriteAsync([new(Name, null, revision), new(other, "x", Expected: 0)], Stop);
        Assert.True(next > revision);
        await state.WriteAsync([new(Name, "again", Expected: 0)], Stop);
    }

    [Fact]
    public async Task Thousands_of_documents_are_written_at_once()
    {
        using var state = await OpenAsync();
        var changes = Enumerable.Range(0, 5000).Select(item => new StateChange(new("items", "shop", $"{item}"), $"{{\"stock\":{item}}}")).ToArray();

        await state.WriteAsync(changes, Stop);
        await state.WriteAsync(changes, Stop);

        Assert.Equal(5000, (await state.ListAsync("items", "shop", Stop)).Count);
    }

    [Fact]
    public async Task What_is_written_is_there_when_the_state_is_opened_again()
    {
        using (var state = await OpenAsync()) await WriteAsync(state, Name, "kept");

        using var again = await OpenAsync();

        Assert.Equal("kept", (await again.FindAsync(Name, Stop))!.Json);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing_and_each_gets_a_revision_of_its_own()
    {
        using var state = await OpenAsync();

        var revisions = await Task.WhenAll(Enumerable.Range(0, 40).Select(key => Task.Run(() => WriteAsync(state, Name with { Key = $"{key}" }, "{}"))));

        Assert.Equal(40, revisions.Distinct().Count());
        Assert.Equal(40, (await state.ListAsync(Name.Kind, null, Stop)).Count);
    }

    private protected static Task<long> WriteAsync(IStateStore state, StateName name, string? json) => state.WriteAsync([new(name, json)], Stop);
}
