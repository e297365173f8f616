using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Recommender.Core;
using Recommender.Storage.Sources.Mapping;
using Recommender.Training.Trainers;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>
/// Options between records and YAML. A record says name, type, default, range and meaning of each key; a key that it does not know, or a
/// value out of range, is an error with file, line and what was probably meant.
/// </summary>
static class YamlRecord
{
    /// <summary>The record that a section describes; what it leaves out has its default.</summary>
    public static T Read<T>(YamlSection section, string what) where T : class => (T)Read(section, typeof(T), what);

    /// <summary>The keys of a record: the properties with a description.</summary>
    public static IReadOnlyList<PropertyInfo> Keys(Type record) =>
        [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.IsDefined(typeof(DescriptionAttribute)))];

    /// <summary>Whether the document must have the key.</summary>
    public static bool IsRequired(PropertyInfo key) => key.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>Whether a type reads itself.</summary>
    public static bool IsPart(Type type) => type.GetInterfaces().Any(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IYamlPart<>));

    static object Read(YamlSection section, Type type, string what)
    {
        var keys = Keys(type);
        section.AllowOnly(what, [.. keys.Select(OptionsText.NameOf)]);
        var record = Activator.CreateInstance(type)!;
        foreach (var key in keys)
        {
            var name = OptionsText.NameOf(key);
            if (section.Has(name)) key.SetValue(record, Value(section, key, what));
            else if (IsRequired(key)) throw section.Fault($"'{name}' is missing in {what}: {key.GetCustomAttribute<DescriptionAttribute>()!.Description} Add '{name}: ...'.");
        }
        return record;
    }

    static object Value(YamlSection section, PropertyInfo key, string what)
    {
        var (name, type) = (OptionsText.NameOf(key), key.PropertyType);
        if (IsPart(type)) return Part(type, section, name);
        if (type == typeof(IReadOnlyList<string>)) return section.Texts(name);
        if (type == typeof(IReadOnlyList<int>)) return Array.ConvertAll([.. section.Texts(name)], text => Whole(section, name, text));
        if (type == typeof(IReadOnlyDictionary<string, string>)) return Texts(section, name);
        if (type == typeof(IReadOnlyDictionary<string, double>)) return Texts(section, name).ToDictionary(pair => pair.Key, pair => Number(section, name, pair.Value));
        if (type.IsClass && type != typeof(string)) return Read(section.Section(name)!, type, $"'{name}'");

        var text = section.Text(name)!;
        try
        {
            return OptionsText.Value(what, key, text);
        }
        catch (UserErrorException wrong)
        {
            throw section.FaultOf(name, wrong.Message);
        }
    }

    static object Part(Type type, YamlSection section, string name)
    {
        var read = type.GetMethod("Read", BindingFlags.Public | BindingFlags.Static, [typeof(YamlSection), typeof(string)])!;
        return read.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [section, name], culture: null)!;
    }

    static Dictionary<string, string> Texts(YamlSection section, string name)
    {
        var inner = section.Section(name)!;
        return inner.Keys.ToDictionary(key => key, key => inner.Required(key, $"'{name}'"), StringComparer.Ordinal);
    }

    static int Whole(YamlSection section, string name, string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw section.FaultOf(name, $"'{text}' under '{name}' is not a whole number.");

    static double Number(YamlSection section, string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : throw section.FaultOf(name, $"'{text}' under '{name}' is not a number such as 0.05.");
}
