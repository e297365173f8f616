using System.Text.Json;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Profiles;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Profiles;

public sealed class PeopleInProfileTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void No_customer_and_nothing_that_only_one_has_stands_in_the_profile()
    {
        var people = Enumerable.Range(0, 40).Select(i => $"person-{i}").ToArray();
        var lines = _shop.Write("purchases.csv", ["customer,item,quantity,amount,date",
            .. people.SelectMany(person => Enumerable.Range(1, 9).Select(day => $"{person},pen,1,2,2026-01-{day:00}")),
            "person-0,,1,2,2026-01-05", "person-1,pen,person-1,2,2026-01-05", "person-2,pen,1,2,2026-01-05,person-2", "person-3,pen,-1,2,2026-01-09"]);
        var customers = _shop.Write("customers.csv", ["id,name,parent_account,kind,Phone,City",
            .. people.Select((person, i) => $"{person},Name of {person},person-{i / 10},business,+44 {i},{(i < 8 ? "York" : $"Village {i}")}")]);

        _shop.Import(TemporaryImport.Request(lines) with { Customers = customers, Cleaning = CleaningOptions.Parse("default") });

        var texts = Texts(JsonDocument.Parse(File.ReadAllText(Path.Combine(_shop.Current.Path, SnapshotProfile.FileName))).RootElement).ToHashSet();
        Assert.DoesNotContain(texts, text => text.Contains("person-", StringComparison.Ordinal) || text.StartsWith("+44", StringComparison.Ordinal) || text.StartsWith("Village", StringComparison.Ordinal));
        Assert.Contains("York", texts);
        Assert.Contains("business", texts);
    }

    static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value).Append(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
