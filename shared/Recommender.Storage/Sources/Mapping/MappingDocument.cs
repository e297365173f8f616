using Recommender.Core;
using YamlDotNet.RepresentationModel;

namespace Recommender.Storage.Sources.Mapping;

/// <summary>Reads a mapping from YAML; every key is checked, a wrong one is named with its line.</summary>
public static class MappingDocument
{
    static readonly string[] SourceKeys = ["name", "recognise", "folder", "files", "purchases", "items", "customers", "formats"];
    static readonly string[] TableKeys = ["from", "join", "where", "where_not", "fill_within", "fill", "latest", "columns"];

    /// <summary>Reads a mapping file, or the <c>source:</c> section of a pipeline file.</summary>
    public static SourceMapping Load(string path)
    {
        if (!File.Exists(path))
            throw new UserErrorException($"'{path}' is not there: --mapping takes a YAML file; check the path.");
        return Parse(File.ReadAllText(path), Path.GetFileName(path));
    }

    public static SourceMapping Parse(string yaml, string file)
    {
        var root = YamlSection.Parse(yaml, file, "where purchases come from ('purchases: ...')");
        return root.Section("source") is { } source ? Read(source) with { Dataset = root.Text("dataset") } : Read(root);
    }

    /// <summary>Reads a source's section of a document.</summary>
    public static SourceMapping Read(YamlSection source)
    {
        source.AllowOnly("a source", SourceKeys);
        var files = source.Section("files");
        return new()
        {
            Name = source.Text("name"),
            Recognise = source.Texts("recognise"),
            Files = files is null ? new Dictionary<string, string>() : files.Keys.ToDictionary(key => key, key => files.Required(key, "files")),
            Purchases = Table(source.Section("purchases") ?? throw source.Fault("'purchases' is missing: say which file and columns they come from."),
                "purchases", CanonicalColumns.Purchases.Keys, "cancelled_values"),
            Items = source.Section("items") is { } items ? Table(items, "items", CanonicalColumns.Items.Keys) : null,
            Customers = source.Section("customers") is { } customers
                ? Table(customers, "customers", CanonicalColumns.Customers.Keys, "attributes")
                : null,
            Formats = source.Section("formats") is { } formats ? Formats(formats) : new(),
        };
    }

    static TableMapping Table(YamlSection table, string what, IEnumerable<string> canonical, params string[] lists)
    {
        table.AllowOnly(what, TableKeys);
        var columns = table.Section("columns") ?? throw table.Fault($"'columns' is missing in {what}.");
        columns.AllowOnly($"{what}.columns", [.. canonical, .. lists]);
        return new()
        {
            From = table.Required("from", what),
            Join = [.. table.Sections("join").Select(Join)],
            Where = Values(table.Section("where")),
            WhereNot = Values(table.Section("where_not")),
            FillWithin = table.Text("fill_within"),
            Fill = table.Texts("fill"),
            Columns = columns.Keys.Except(lists).ToDictionary(key => key, key => Column(columns, key)),
            Latest = table.Text("latest"),
            CancelledValues = columns.Texts("cancelled_values"),
            Attributes = columns.Texts("attributes"),
        };
    }

    static JoinMapping Join(YamlSection join)
    {
        join.AllowOnly("a join", ["file", "on"]);
        var on = join.Section("on") ?? throw join.Fault("'on' is missing in a join: give column pairs, such as on: { ProductKey: ProductKey }.");
        if (!on.Keys.Any()) throw join.Fault("'on' names nothing: give column pairs, such as on: { ProductKey: ProductKey }.");
        return new(join.Required("file", "a join"), on.Keys.ToDictionary(key => key, key => on.Required(key, "on")));
    }

    static Dictionary<string, IReadOnlyList<string>> Values(YamlSection? section) =>
        section?.Keys.ToDictionary(key => key, section.Texts) ?? [];

    static ColumnSource Column(YamlSection columns, string key)
    {
        if (columns.Node(key) is not YamlMappingNode) return new ColumnSource.FirstOf(columns.SomeTexts(key));

        var section = columns.Section(key)!;
        if (key == "cancelled" && !section.Keys.Any()) throw section.Fault("'cancelled' names nothing: give a column and its values.");
        if (key == "cancelled") return new ColumnSource.AnyOf(section.Keys.ToDictionary(column => column, column => Unless(section.Texts(column), "any")));

        section.AllowOnly($"'{key}'", ["date", "time", "value", "joined"]);
        if (section.Has("joined")) return new ColumnSource.Joined(section.SomeTexts("joined"));
        return section.Text("value") is { } constant
            ? new ColumnSource.Constant(constant)
            : new ColumnSource.DateAndTime(section.Required("date", $"'{key}'"), section.Required("time", $"'{key}'"));
    }

    static IReadOnlyList<string> Unless(IReadOnlyList<string> values, string all) => values is [var only] && only == all ? [] : values;

    static FormatHints Formats(YamlSection formats)
    {
        formats.AllowOnly("formats", ["dates", "decimal", "timezone"]);
        return new() { Dates = formats.Text("dates"), DecimalSign = formats.Text("decimal"), TimeZone = formats.Text("timezone") };
    }
}
