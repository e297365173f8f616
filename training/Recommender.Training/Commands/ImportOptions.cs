using System.CommandLine;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Imports;
using Recommender.Storage.Postgres;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Mapping;
using Recommender.Storage.Sources.Text;

namespace Recommender.Training.Commands;

/// <summary>The options of <c>import</c>, and the request that they make.</summary>
sealed class ImportOptions
{
    readonly Argument<string[]> _files = new("files") { Description = "Files of purchases, or one folder that holds the shop's files.", Arity = ArgumentArity.ZeroOrMore };
    readonly Option<string?> _dataset = new("--dataset") { Description = "Name of the dataset [default: the file's name].", HelpName = "name" };
    readonly Option<string?> _items = new("--items") { Description = "The shop's list of items.", HelpName = "file" };
    readonly Option<string?> _customers = new("--customers") { Description = "The shop's list of customers.", HelpName = "file" };
    readonly Option<string?> _mapping = new("--mapping") { Description = "YAML that says which columns of which files mean what; see docs/mapping.md.", HelpName = "file" };
    readonly Option<string[]> _columns = new("--column") { Description = "Name one column yourself, as in --column item_id=SKU; may be repeated.", HelpName = "canonical=column" };
    readonly Option<string?> _sheet = new("--sheet") { Description = "Sheet of an Excel workbook [default: the first].", HelpName = "name" };
    readonly Option<string?> _encoding = new("--encoding") { Description = "utf-8, utf-16, windows-1252, ... [default: found out].", HelpName = "name" };
    readonly Option<string?> _delimiter = new("--delimiter") { Description = "Character between fields, or 'tab' [default: found out].", HelpName = "char" };
    readonly Option<string?> _header = new("--header") { Description = "Column names, separated by commas, of a file that begins with data.", HelpName = "names" };
    readonly Option<string?> _dates = new("--dates") { Description = "day-first, month-first or a pattern such as %d.%m.%Y [default: found out].", HelpName = "format" };
    readonly Option<string?> _decimal = Chosen("--decimal", "Sign before the decimals [default: found out].", "comma", "point");
    readonly Option<string?> _timeZone = new("--timezone") { Description = "Zone of dates without an offset, such as Europe/London [default: UTC].", HelpName = "name" };
    readonly Option<string?> _clean = new("--clean") { Description = "default, off, reference, reference-baskets, or steps such as bulk_outliers=off,duplicates=off.", HelpName = "steps" };
    readonly Option<double?> _maxRejected = new("--max-rejected") { Description = "Share of unusable lines at which the import fails [default: 0.05].", HelpName = "share" };
    readonly Option<int?> _maxExpansion = new("--max-expansion") { Description = "How many times its compressed size a gzip file may hold [default: 250].", HelpName = "times" };
    readonly Option<bool> _append = new("--append") { Description = "Upsert these order lines into the current snapshot: the nightly increment." };
    readonly Option<string?> _connection = new("--connection") { Description = "Read from PostgreSQL [default: ConnectionStrings__Postgres].", HelpName = "string" };
    readonly Option<string?> _table = new("--table") { Description = "Table to read from PostgreSQL.", HelpName = "schema.table" };
    readonly Option<string?> _query = new("--query") { Description = "Query to read from PostgreSQL.", HelpName = "sql" };
    readonly Option<int?> _threads = CommonOptions.Threads();
    readonly Option<string?> _memory = CommonOptions.Memory();
    readonly Option<int> _wait = new("--wait") { Description = "Seconds to wait for another writer.", HelpName = "seconds", DefaultValueFactory = _ => 600 };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Only say what would be understood, with ten lines; nothing is written." };

    public Option<string?> To { get; } = Chosen("--to", "Load the cleaned tables into a database as well.", "postgres");

    public Option<string?> TargetConnection { get; } = new("--to-connection") { Description = "Database of --to [default: --connection, else ConnectionStrings__Postgres].", HelpName = "string" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        foreach (var option in new Option[]
        {
            _dataset, _items, _customers, _mapping, _columns, DryRun, _append, _clean, _maxRejected, _dates, _decimal, _timeZone, _encoding, _delimiter, _header,
            _sheet, _maxExpansion, _connection, _table, _query, To, TargetConnection, _threads, _memory, _wait,
        }) command.Options.Add(option);
    }

    public ImportRequest Read(Verb verb, ParseResult parsed)
    {
        var sources = Sources(parsed);
        var mapping = parsed.GetValue(_mapping) is { } path ? MappingDocument.Load(path) : null;
        if (mapping is not null && (parsed.GetValue(_items) ?? parsed.GetValue(_customers)) is { } list)
            throw new WrongUseException($"'{list}' goes into the mapping: --items and --customers are for imports without --mapping.");
        return new()
        {
            Sources = sources,
            Items = parsed.GetValue(_items),
            Customers = parsed.GetValue(_customers),
            Tenant = verb.Tenant,
            Dataset = WrongUse.Check(() => verb.Home.Dataset(verb.Tenant, parsed.GetValue(_dataset) ?? mapping?.Dataset ?? DatasetName(sources))).Name,
            Mapping = mapping,
            Columns = (parsed.GetValue(_columns) ?? []).Select(Pair).GroupBy(pair => pair.Canonical).ToDictionary(pairs => pairs.Key, Single),
            Formats = new() { Dates = parsed.GetValue(_dates), DecimalSign = parsed.GetValue(_decimal), TimeZone = parsed.GetValue(_timeZone) },
            Cleaning = Cleaning(parsed),
            Text = Text(parsed),
            Append = parsed.GetValue(_append),
            Resources = WrongUse.Check(() => Resources.Of(parsed.GetValue(_threads), parsed.GetValue(_memory))),
            Wait = Wait(parsed.GetValue(_wait)),
        };
    }

    public string? Connection(ParseResult parsed) => parsed.GetValue(_connection) ?? Environment.GetEnvironmentVariable("ConnectionStrings__Postgres");

    IReadOnlyList<ImportSource> Sources(ParseResult parsed)
    {
        var (files, table, query) = (parsed.GetValue(_files) ?? [], parsed.GetValue(_table), parsed.GetValue(_query));
        if (table is null && query is null)
        {
            return files.Length > 0
                ? [.. files.Select(file => new ImportSource.OfFile(file, parsed.GetValue(_sheet)))]
                : throw new WrongUseException("Nothing to import: name a file or a folder, or give --table or --query with --connection. See: recommender import --help");
        }
        if (files.Length > 0 || (table is not null && query is not null))
            throw new WrongUseException("Import from one place at a time: files, --table or --query.");
        return [new ImportSource.OfPostgres(PostgresAddress.Parse(
            Connection(parsed) ?? throw new WrongUseException("--table and --query read from PostgreSQL: give --connection \"Host=...\" or set ConnectionStrings__Postgres.")), table, query)];
    }

    static TimeSpan Wait(int seconds) => seconds >= 0
        ? TimeSpan.FromSeconds(seconds)
        : throw new WrongUseException($"--wait {seconds} is below zero: give the seconds to wait, 0 for none.");

    CleaningOptions Cleaning(ParseResult parsed)
    {
        var cleaning = WrongUse.Check(() => CleaningOptions.Parse(parsed.GetValue(_clean)));
        return parsed.GetValue(_maxRejected) switch
        {
            null => cleaning,
            >= 0 and <= 1 and var share => cleaning with { MaxRejected = share },
            var share => throw new WrongUseException($"--max-rejected {share} is no share: give 0 to 1, such as 0.1 for a tenth."),
        };
    }

    CsvOptions Text(ParseResult parsed)
    {
        var options = new CsvOptions
        {
            Encoding = parsed.GetValue(_encoding),
            Header = parsed.GetValue(_header)?.Split(',', StringSplitOptions.TrimEntries),
            Delimiter = parsed.GetValue(_delimiter) switch
            {
                null => null,
                "tab" or "\\t" => '\t',
                [var single] => single,
                var longer => throw new WrongUseException($"--delimiter '{longer}' is not one character: give , ; | or tab."),
            },
        };
        return parsed.GetValue(_maxExpansion) switch
        {
            null => options,
            >= 1 and var times => options with { MaxExpansion = times },
            var times => throw new WrongUseException($"--max-expansion {times} is too small: give 1 or more."),
        };
    }

    static string Single(IGrouping<string, (string Canonical, string Column)> pairs) => pairs.Count() == 1
        ? pairs.First().Column
        : throw new WrongUseException($"--column {pairs.Key} is given {pairs.Count()} times: name one column.");

    static (string Canonical, string Column) Pair(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } canonical, { Length: > 0 } column]
            ? (canonical.Trim(), column.Trim())
            : throw new WrongUseException($"--column '{text}' is not understood: write canonical=column, as in --column item_id=SKU.");

    static string DatasetName(IReadOnlyList<ImportSource> sources) => sources[0] is ImportSource.OfFile file
        ? string.Concat(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(file.Path))).Split('.')[0].ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-', '_')
        : throw new WrongUseException("Name the dataset: --dataset <name>.");

    static Option<string?> Chosen(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', values) };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
