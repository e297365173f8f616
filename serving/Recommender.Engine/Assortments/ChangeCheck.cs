using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Assortments;

/// <summary>Whether a batch of changes can be taken as a whole.</summary>
static class ChangeCheck
{
    const int MostAttributes = 200;
    const int LongestName = 64;
    const int LongestId = 256;

    // Words of the filter language, and attributes that are computed.
    static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "in", "between", "contains", "is", "missing", "present", "true", "false", "anchor", "of", "item_id", "margin", "age_days",
    };

    public static void Check(IReadOnlyList<ItemChange> changes, ItemColumns columns)
    {
        var made = new Dictionary<string, Column>(StringComparer.OrdinalIgnoreCase);   // by earlier changes of the batch
        for (var index = 0; index < changes.Count; index++)
        {
            var change = changes[index];
            if (FaultOfId(change.Item) is { } wrongId) throw new ItemChangeException(index, "item_id", wrongId);

            foreach (var (field, value) in change.Fields)
            {
                if (FaultOf(field, value, columns, made) is { } fault) throw new ItemChangeException(index, field, fault);
            }
        }
    }

    static string? FaultOfId(string id) =>
        string.IsNullOrWhiteSpace(id) ? "the id is empty; give the id of the item."
        : id.Length > LongestId ? $"the id has {id.Length} letters and may have {LongestId}."
        : null;

    static string? FaultOf(string field, AttributeValue? value, ItemColumns columns, Dictionary<string, Column> made)
    {
        if (columns.Find(field) is { } column) return value is null ? null : column.Fault(value);
        if (FaultOfName(field) is { } wrongName) return wrongName;
        if (value is null) return null;

        if (!made.TryGetValue(field, out var blank)) made[field] = blank = ItemColumns.New(field, value.Kind);
        return columns.Count + made.Count > MostAttributes
            ? $"the shop would have more than {MostAttributes} attributes with this one; use one that it has." : blank.Fault(value);
    }

    static string? FaultOfName(string field) =>
        field.Length is 0 or > LongestName ? $"the name of an attribute has 1 to {LongestName} letters."
        : !(char.IsAsciiLetter(field[0]) || field[0] == '_') || !field.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? "the name of an attribute is written with the letters a to z, digits and _, and does not begin with a digit."
        : Reserved.Contains(field) ? $"'{field}' is a word of the filter language or is computed; choose another name."
        : null;
}
