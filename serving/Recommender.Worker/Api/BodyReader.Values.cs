using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>What the values of fields are read as.</summary>
ref partial struct BodyReader
{
    /// <summary>The longest id in characters.</summary>
    public const int LongestId = 256;

    /// <summary>An id: text of 1 to 256 characters; a number is refused, since 7, 07 and 7.0 are different ids.</summary>
    public string Id()
    {
        if (_json.TokenType == JsonTokenType.Number) throw Refused("number_for_id");

        var id = Text(LongestId);
        return id.Length > 0 ? id : throw Refused("empty", $"\"\" (1–{LongestId})");
    }

    /// <summary>A list of at most so many ids.</summary>
    public List<string> Ids(int most)
    {
        if (_json.TokenType != JsonTokenType.StartArray) throw Refused("list");

        var (ids, field) = (new List<string>(), _field);
        while (ReadEntry())
        {
            if (ids.Count == most) throw TooMany(most);
            if (_json.TokenType != JsonTokenType.String) _field = $"{field}[{ids.Count}]";
            ids.Add(Id());
        }
        return ids;
    }

    /// <summary>Text of at most so many characters.</summary>
    public readonly string Text(int most)
    {
        if (_json.TokenType != JsonTokenType.String) throw Refused("text");

        var text = Letters();
        return text.Length <= most ? text : throw Refused("too_long", $"{text.Length} (0–{most})");
    }

    /// <summary>One of a few words.</summary>
    public readonly string Choice(IReadOnlyList<string> words)
    {
        var word = Text(LongestId);
        return words.Contains(word) ? word : throw Refused("choice", $"\"{Short(word)}\" ({string.Join(", ", words)})");
    }

    /// <summary>A whole number.</summary>
    public readonly int Count(int low, int high)
    {
        if (_json.TokenType != JsonTokenType.Number || (!_json.TryGetInt32(out var count) && !IsWhole())) throw Refused("count");
        return _json.TryGetInt32(out count) && count >= low && count <= high ? count : throw Refused("range", $"{Found()} ({low}–{high})");
    }

    /// <summary>A number.</summary>
    public readonly double Number(double low, double high)
    {
        if (_json.TokenType != JsonTokenType.Number) throw Refused("number");
        return _json.TryGetDouble(out var number) && number >= low && number <= high ? number
            : throw Refused("range", string.Create(CultureInfo.InvariantCulture, $"{Found()} ({low}–{high})"));
    }

    /// <summary>True or false.</summary>
    public readonly bool Flag() => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Refused("flag"),
    };

    /// <summary>A moment, with its zone or in UTC, as in <c>2026-03-01T10:00:00Z</c>.</summary>
    public readonly DateTimeOffset Moment()
    {
        var text = Text(LongestId);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment
            : throw Refused("moment", $"\"{Short(text)}\"");
    }

    /// <summary>The letters of an id into a place for <see cref="LongestId"/> of them, without a text of their own; how many they are.</summary>
    public int CopyId(scoped Span<char> place)
    {
        if (_json.TokenType != JsonTokenType.String || Length > place.Length) return Copy(Id(), place);

        try
        {
            return _json.CopyString(place) is > 0 and var length ? length : Copy(Id(), place);
        }
        catch (InvalidOperationException e)
        {
            throw NotUtf8(e);
        }
    }

    /// <summary>The value as it stands in the body, an object or list with everything in it.</summary>
    public JsonElement Element() => JsonElement.ParseValue(ref _json);

    /// <summary>A refusal of the field's value by a rule of the catalogue.</summary>
    public readonly ProblemException Refused(string rule, string? reason = null) =>
        new(new(ProblemCode.InvalidParameter) { Parameter = Parameter, Location = "body", Message = $"INVALID_PARAMETER.{rule}", Reason = reason ?? Found() });

    readonly ProblemException TooMany(int most) => Refused("too_many", $"{most + 1}+ (0–{most})");

    static int Copy(string id, scoped Span<char> place)
    {
        id.CopyTo(place);
        return id.Length;
    }

    readonly int Length => (int)(_json.HasValueSequence ? _json.ValueSequence.Length : _json.ValueSpan.Length);

    readonly bool IsWhole() => _json.TryGetDouble(out var number) && number == Math.Floor(number);

    // The value as the caller wrote it.
    readonly string Found() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "{…}",
        JsonTokenType.StartArray => "[…]",
        JsonTokenType.String => $"\"{Short(Letters())}\"",
        _ => Short(Encoding.UTF8.GetString(_json.HasValueSequence ? _json.ValueSequence.ToArray() : _json.ValueSpan)),
    };

    readonly string Letters()
    {
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw NotUtf8(e);
        }
    }

    static ProblemException NotUtf8(InvalidOperationException e) => new(new(ProblemCode.MalformedJson) { Location = "body", Reason = "UTF-8" }, e);

    static string Short(string text) => text.Length <= Echoed ? text : text[..Echoed] + "…";
}
