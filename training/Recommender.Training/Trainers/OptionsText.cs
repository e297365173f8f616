using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Recommender.Core;

namespace Recommender.Training.Trainers;

/// <summary>
/// Options between records and texts. A record says name, type, default and range of each; here they are read from <c>half_life=30</c>,
/// checked once before any work starts, and written to manifests and results.
/// </summary>
static class OptionsText
{
    /// <summary>A record with these values; unknown names and values out of range are errors that name the option, the rule and the cure.</summary>
    public static T Read<T>(string trainer, IReadOnlyList<KeyValuePair<string, string>> options) where T : class, new()
    {
        var record = new T();
        var known = Properties(typeof(T));
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, text) in options)
        {
            var property = known.FirstOrDefault(property => Same(NameOf(property), name)) ?? throw new UserErrorException(
                $"{trainer} has no option '{name}'.{Suggestion.For(name, known.Select(NameOf))} Its options: {string.Join(", ", known.Select(NameOf))}.");
            if (!given.Add(NameOf(property))) throw new UserErrorException($"{trainer}: {NameOf(property)} is given twice; give it once.");

            property.SetValue(record, Value(trainer, property, text));
        }
        return record;
    }

    /// <summary>Every option with its value, for manifests and results.</summary>
    public static JsonObject Json(object options) =>
        new(Properties(options.GetType()).Select(property => KeyValuePair.Create(NameOf(property), Node(property.GetValue(options)))));

    /// <summary>The options of a type in the order in which they are written.</summary>
    public static PropertyInfo[] Properties(Type options) =>
        [.. options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)];

    /// <summary>How an option is written: half_life.</summary>
    public static string NameOf(PropertyInfo property) => Snake(property.Name);

    /// <summary>The words that an option of this enum takes.</summary>
    public static IEnumerable<string> Choices(Type choices) => Enum.GetNames(choices).Select(Snake);

    /// <summary>The value of one option; one that is none, or out of range, is an error that says whose option it is.</summary>
    public static object Value(string trainer, PropertyInfo property, string text)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        var value = Parse(property.PropertyType, text) ?? throw new UserErrorException(
            $"{trainer}: {NameOf(property)}={text} is not {Kind(property.PropertyType)}.{(property.PropertyType.IsEnum ? Suggestion.For(text, Choices(property.PropertyType)) : "")}");
        if (range is null || IsWithin(range, Convert.ToDouble(value, CultureInfo.InvariantCulture))) return value;

        throw new UserErrorException(FormattableString.Invariant($"{trainer}: {NameOf(property)}={text} is outside {range.Minimum} to {range.Maximum}; the default is {Show(property)}."));
    }

    // In double: RangeAttribute with whole ends would round the value first.
    static bool IsWithin(RangeAttribute range, double value) =>
        value >= Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture) && value <= Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);

    static string Show(PropertyInfo property) => Node(property.GetValue(Activator.CreateInstance(property.DeclaringType!)))?.ToString() ?? "none";

    static object? Parse(Type written, string text)
    {
        var type = Nullable.GetUnderlyingType(written) ?? written;
        if (type.IsEnum) return Enum.GetNames(type).FirstOrDefault(name => Same(Snake(name), text)) is { } name ? Enum.Parse(type, name) : null;
        if (type == typeof(bool)) return text is "true" or "on" or "yes" ? true : text is "false" or "off" or "no" ? false : null;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        if (type == typeof(double)) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
        return type == typeof(string) ? text : throw new NotSupportedException($"Options of {type.Name} are not read.");
    }

    static string Kind(Type type) =>
        Nullable.GetUnderlyingType(type) is { } bare ? Kind(bare)
        : type.IsEnum ? $"one of {string.Join(", ", Choices(type))}"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : "a number such as 0.05";

    /// <summary>A value as JSON.</summary>
    public static JsonNode? Node(object? value) => value switch
    {
        null => null,
        bool flag => flag,
        int whole => whole,
        double number => number,
        Enum choice => Snake(choice.ToString()),
        _ => value.ToString(),
    };

    static bool Same(string name, string given) => string.Equals(name, given.Trim().Replace('-', '_'), StringComparison.OrdinalIgnoreCase);

    /// <summary>A name as it is written in options and files: half_life.</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }
}
