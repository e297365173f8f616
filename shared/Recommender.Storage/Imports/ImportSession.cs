using System.Text.RegularExpressions;
using Recommender.Core;
using Recommender.Storage.Profiles;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Mapping;
using Recommender.Storage.Sources.Raw;

namespace Recommender.Storage.Imports;

/// <summary>One source on its way into the workshop: read as text, understood, typed.</summary>
sealed partial class ImportSession(Workshop workshop, ImportRequest request, ImportReport report, TimeProvider clock)
{
    readonly List<UnderstoodFile> _files = [];
    readonly Dictionary<string, RawTable> _tables = [];
    SourceMapping? _given;
    SourceMapping? _mapping;
    MappedTable? _lines;
    SourceFormats? _formats;

    public SourceMapping Mapping => _mapping ?? throw NotYet();

    public MappedTable Lines => _lines ?? throw NotYet();

    public SourceFormats Formats => _formats ?? throw NotYet();

    /// <summary>Every source that was read.</summary>
    public IReadOnlyList<ImportSource> Sources { get; private set; } = [];

    /// <summary>What the source is: csv, parquet, excel, postgres.</summary>
    public string Kind { get; private set; } = "csv";

    /// <summary>Rows of the source that stand for lines, the broken ones too.</summary>
    public long Read { get; private set; }

    /// <summary>How many of them cannot be used. Broken rows of the shop's lists are in the rejects as well, but are no lines.</summary>
    public long Unusable { get; private set; }

    public void Load(long limit, CancellationToken cancellationToken)
    {
        _given = request.Mapping ?? Presets.OfSeveralFiles(request.Sources);
        var plan = _given is not null
            ? SourcePlan.OfMapping(_given, request.Sources)
            : SourcePlan.OfSources(request.Sources, request.Items, request.Customers);
        Sources = [.. plan.Files.Values.SelectMany(sources => sources)];
        var loader = new RawLoader(workshop, report);
        foreach (var (logical, sources) in plan.Files)
        {
            var opened = sources.Select(source => SourceOpener.Open(source, request.Text, cancellationToken)).ToArray();
            try
            {
                _tables[logical] = loader.Load(logical, opened, limit, cancellationToken);
                _files.AddRange(opened.Select(source => new UnderstoodFile(logical, source.Label, source.Description)));
                if (_tables.Count == 1) Kind = opened[0].Kind;
            }
            finally
            {
                foreach (var source in opened) source.Dispose();
            }
        }
    }

    public void Understand(CancellationToken cancellationToken)
    {
        // The reference figures take texts as they stand: a code with a blank at its end is another code.
        if (request.Cleaning.IsReference) workshop.Run("CREATE OR REPLACE MACRO trimmed(t) AS t", cancellationToken);
        _mapping = MappingChoice.Of(request with { Mapping = _given }, _tables);
        _lines = new("purchases", _mapping.Purchases, _tables);
        var (inference, hints) = (new FormatInference(workshop, report), Hints(_mapping.Formats));
        _formats = inference.Infer(_lines, hints, cancellationToken);
        _formats.Install(workshop, cancellationToken);
        new LineTexts(workshop, _lines).Create(_mapping.Purchases, clock, cancellationToken);

        var items = Mapped("items", _mapping.Items);
        var decimalComma = items is null ? _formats.DecimalComma : inference.HasDecimalComma(items, hints.DecimalSign, _formats, cancellationToken);
        var lists = new ListedTables(workshop, report, decimalComma);
        lists.CreateItems(items, cancellationToken);
        lists.CreateCustomers(Mapped("customers", _mapping.Customers), _mapping.Customers?.Attributes ?? [], cancellationToken);
    }

    public void Type(CancellationToken cancellationToken)
    {
        report.Step("reading dates and numbers");
        workshop.Run(SqlScript.Of<ImportSession>("lines"), cancellationToken);
        var typed = workshop.Count("SELECT count(*) FROM lines", cancellationToken);
        Read = typed + Lines.Main.Broken;
        WarnOfRowsLeftOut(typed);
        WarnOfColumnsAlike();
        if (Read == 0 && Lines.Main.Rows > 0) throw new UserErrorException($"The mapping's where leaves out all {Lines.Main.Rows:N0} rows of {Lines.Main.Label}: correct its values.");
        if (Read == 0) throw new UserErrorException($"{Lines.Main.Label} holds no rows below its header: export it again with data in it.");
        workshop.Run(SqlScript.Of<ImportSession>("rejects"), cancellationToken);
        Unusable = Read - workshop.Count("SELECT count(*) FROM lines", cancellationToken);
    }

    public Understanding Describe() => new(
        Mapping.Name, _files,
        [.. Columns("purchases", Mapping.Purchases).Concat(Columns("items", Mapping.Items)).Concat(Columns("customers", Mapping.Customers))],
        Formats.DatesName, Formats.NumbersName, Formats.TimeZone);

    public SourceProfile Profile(CancellationToken cancellationToken) => new SourceScan(workshop, this).Run(cancellationToken);

    void WarnOfRowsLeftOut(long typed)
    {
        if (Lines.Main.Rows - typed is > 0 and var left)
            report.Warn($"{left:N0} rows of {Lines.Main.Label} were left out by the mapping's where; they are no lines and stand in no count.");
    }

    // Two columns of one name: the first is taken, and its owner should know.
    void WarnOfColumnsAlike()
    {
        foreach (var alike in Lines.Main.Columns.GroupBy(column => ColumnInference.Plain(RepeatedName().Replace(column, ""))).Where(group => group.Count() > 1))
            report.Warn($"Columns {string.Join(", ", alike.Select(column => $"'{column}'"))} of {Lines.Main.Label} have one name; the first is taken unless --column says otherwise.");
    }

    [GeneratedRegex(@"_\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RepeatedName();

    MappedTable? Mapped(string what, TableMapping? mapping) => mapping is null ? null : new(what, mapping, _tables);

    FormatHints Hints(FormatHints mapped) => new()
    {
        Dates = request.Formats.Dates ?? mapped.Dates,
        DecimalSign = request.Formats.DecimalSign ?? mapped.DecimalSign,
        TimeZone = request.Formats.TimeZone ?? mapped.TimeZone,
    };

    static IEnumerable<UnderstoodColumn> Columns(string table, TableMapping? mapping) =>
        mapping is null ? [] : mapping.Columns.Select(column => new UnderstoodColumn(table, column.Key, $"{column.Value}"));

    static InvalidOperationException NotYet() => new("The source has not been understood yet.");
}
