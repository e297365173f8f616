using System.Text;
using System.Text.Json.Nodes;

namespace Recommender.Worker.Api;

/// <summary>A field that a body may have: its names, what is known of its value, and how it is read.</summary>
sealed class Field<T>
{
    readonly (byte[] Utf8, KeyCase? Tells)[] _spellings;

    public Field(string name, JsonObject schema, ReadValue<T> read, params string[] aliases)
    {
        (Name, Schema, Read, Aliases) = (name, schema, read, aliases);
        _spellings = [.. Names.SelectMany(Spellings)];
    }

    /// <summary>Its first name, in snake case.</summary>
    public string Name { get; }

    /// <summary>Other names that it is known by, in snake case.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>What the reference says of the value.</summary>
    public JsonObject Schema { get; }

    public ReadValue<T> Read { get; }

    /// <summary>Every name, in snake case.</summary>
    public IEnumerable<string> Names => [Name, .. Aliases];

    /// <summary>Whether the body's reader stands at a name of this field; which spelling that tells of, where it tells.</summary>
    public bool IsAt(ref BodyReader body, out KeyCase? tells)
    {
        foreach (var (utf8, spelling) in _spellings)
        {
            if (!body.IsAt(utf8)) continue;

            tells = spelling;
            return true;
        }
        tells = null;
        return false;
    }

    static IEnumerable<(byte[] Utf8, KeyCase? Tells)> Spellings(string snake)
    {
        var camel = Key.CamelOf(snake);
        return snake == camel ? [(Encoding.UTF8.GetBytes(snake), null)]
            : [(Encoding.UTF8.GetBytes(snake), KeyCase.Snake), (Encoding.UTF8.GetBytes(camel), KeyCase.Camel)];
    }
}
