using System.Globalization;
using System.Text.Json;
using Recommender.Core.Store;
using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Scheduling;

/// <summary>A scheduler beside a shop that turns into another: it looks in a process of its own, and trains anew in another.</summary>
public sealed class DriftingShopTests(BuiltConsole console) : IClassFixture<BuiltConsole>, IDisposable
{
    const string Moment = "2026-05-01";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly TemporaryHome _home = new();
    string? _header;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_look_that_finds_drift_starts_the_run_that_brings_a_new_version()
    {
        var pipeline = _home.Write("shop.yaml", """
            name: shop
            dataset: shop
            trainers: [popularity]
            gates: { beats_popularity: false, not_worse_than: none }
            schedule: { cron: 0 0 29 2 * }
            drift: { max_new_items: 0.2, cron: "* * * * *" }

            """);
        await ImportAsync("known.csv", static (line, _) => line, until: Moment);
        (await console.RunAsync(_home.Folder, "run", pipeline)).Ends(0);
        await ImportAsync("moved.csv", (line, at) => at % 2 == 0 && IsAfter(line) ? Renamed(line) : line, until: null);
        MissedALook();

        using var schedule = console.Start(_home.Folder, "schedule", pipeline);
        var entry = await NextEntryAsync();
        schedule.Signal("TERM");
        var said = (await schedule.EndAsync()).Ends(0).Output;

        Assert.Equal(("promoted", 2), (entry.GetProperty("outcome").GetString(), entry.GetProperty("version").GetInt32()));
        Assert.StartsWith("drifted (new items: ", entry.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("shop@1 ", entry.GetProperty("drift").GetString(), StringComparison.Ordinal);
        Assert.Contains("drift check of ", said, StringComparison.Ordinal);
        Assert.Equal(2, new ModelStore(_home.Path("models/default")).Model("shop").Aliases["production"]);
    }

    string Log => _home.Path("runs/default/shop/log.jsonl");

    // Cron counts in minutes; a look that was missed is made up for at once.
    void MissedALook()
    {
        var due = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToString("yyyy-MM-ddTHH:mm:00zzz", CultureInfo.InvariantCulture);
        _home.Write("runs/default/shop/log.jsonl", $$"""{"run_id":"r1","pipeline":"shop","due":"{{due}}","started":"{{due}}","ended":"{{due}}","attempt":1,"outcome":"checked","message":"ok","drift":""}""" + "\n");
    }

    // The first line is the one made up; times that are passed over are lines too.
    async Task<JsonElement> NextEntryAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var found = File.ReadAllLines(Log).Skip(1).Select(line => JsonDocument.Parse(line).RootElement).FirstOrDefault(line => line.GetProperty("attempt").GetInt32() > 0);
            if (found.ValueKind == JsonValueKind.Object) return found;

            await Task.Delay(50, patience.Token);
        }
    }

    async Task ImportAsync(string name, Func<string, int, string> change, string? until)
    {
        var lines = File.ReadLines(console.Purchases).Skip(1).Where(line => until is null || !IsAfter(line)).Select(change);
        await console.ImportAsync(_home.Folder, _home.Write(name, string.Join('\n', [Header(), .. lines]) + "\n"));
    }

    bool IsAfter(string line) => string.CompareOrdinal(line.Split(',')[Column("purchased_at")], Moment) >= 0;

    string Renamed(string line)
    {
        var fields = line.Split(',');
        fields[Column("item_id")] += "-new";
        return string.Join(',', fields);
    }

    int Column(string name) => Array.IndexOf(Header().Split(','), name);

    string Header() => _header ??= File.ReadLines(console.Purchases).First();
}
