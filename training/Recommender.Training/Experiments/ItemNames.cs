using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Storage.Baskets;

namespace Recommender.Training.Experiments;

/// <summary>What people call items, and which items they mean.</summary>
sealed class ItemNames(Vocabulary items, Catalogue facts, string source)
{
    public ItemNames(BasketData data) : this(data.Baskets.Items, data.Facts, data.Name)
    {
    }

    /// <summary>The item's name where one is known, else its id; what would steer a terminal is left out.</summary>
    public string this[int item]
    {
        get
        {
            var name = facts.Names.Count > 0 && facts.Names[item] is { Length: > 0 } known ? known : items[item];
            return name.Any(char.IsControl) ? string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter)) : name;
        }
    }

    /// <summary>The ids of these items, as text.</summary>
    public string Joined(IEnumerable<int> joined) => string.Join(" + ", joined.Select(item => this[item]));

    /// <summary>The item of this id or, where nothing has it, of this name; nothing found is an error with the nearest id.</summary>
    public int Find(string name)
    {
        var item = items.Find(name);
        if (item >= 0) return item;

        for (var other = 0; other < facts.Names.Count; other++)
        {
            if (string.Equals(facts.Names[other], name, StringComparison.OrdinalIgnoreCase)) return other;
        }
        throw new UserErrorException($"'{name}' is no item of {source}.{Suggestion.For(name, Enumerable.Range(0, items.Count).Select(known => items[known]))} Give an id as it stands in the data.");
    }

    /// <summary>The items named, parted by commas; a name that holds a comma itself stands alone.</summary>
    public int[] FindAll(string? names) => names is null ? [] : items.Find(names) is >= 0 and var only ? [only] : [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Find).Distinct().Order()];
}
