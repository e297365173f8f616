using System.CommandLine;
using Recommender.Storage.Imports;
using Recommender.Storage.Postgres;
using Recommender.Storage.Snapshots;
using Recommender.Training.Terminal;
using Recommender.Training.Views;

namespace Recommender.Training.Commands;

/// <summary><c>recommender import orders.csv --dataset shop</c></summary>
static class ImportCommand
{
    public static Command Create()
    {
        var options = new ImportOptions();
        var command = new Command("import",
            """
            Read a shop's files, clean them and make them the dataset's current snapshot.

            Columns are found by their usual names; known exports (Shopify, WooCommerce, Magento, tills) are recognised. Rows that cannot be
            used go to rejects.parquet with line, column, value, reason and cure.

            Examples:
              recommender import orders.csv --dataset shop --dry-run
              recommender import orders.csv.gz --items products.csv --dataset shop
              recommender import lines-today.csv --dataset shop --append
              recommender import exports/ --mapping pipelines/adventureworks.yaml --dataset bikes
              recommender import --connection "Host=db;Database=shop;Username=me" --table public.order_lines --dataset shop
            """);
        options.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var request = options.Read(verb, parsed);
            return parsed.GetValue(options.DryRun) ? Preview(verb, request, cancellationToken) : Import(verb, request, Target(parsed, options), cancellationToken);
        });
        return command;
    }

    static int Preview(Verb verb, ImportRequest request, CancellationToken cancellationToken)
    {
        var preview = new Importer(verb.Home, TimeProvider.System).Preview(request, cancellationToken);
        if (verb.Json) Verb.Print(ImportJson.Of(preview));
        else ImportView.Show(verb.Screen, preview);
        return ExitCode.Done;
    }

    static int Import(Verb verb, ImportRequest request, PostgresAddress? target, CancellationToken cancellationToken)
    {
        if (target is not null) new PostgresTarget(target, TimeProvider.System).CheckAsync(cancellationToken).GetAwaiter().GetResult();
        var importer = new Importer(verb.Home, TimeProvider.System);
        var result = new ProgressView(verb.Screen).Show(progress => importer.Run(request, verb.Say, progress, cancellationToken));
        if (target is not null) verb.Say($"Snapshot {result.Snapshot.Manifest.Hash[..12]} is current; loading it into PostgreSQL.");
        var loaded = target is null ? null : Load(target, result.Snapshot, cancellationToken);
        if (verb.Json) Verb.Print(ImportJson.Of(result, loaded));
        else ImportView.Show(verb.Screen, result, loaded);
        return ExitCode.Done;
    }

    static IReadOnlyList<TableChange> Load(PostgresAddress target, SnapshotFolder snapshot, CancellationToken cancellationToken) =>
        new PostgresTarget(target, TimeProvider.System).LoadAsync(new(snapshot.Path, snapshot.Manifest.Dataset, snapshot.Manifest.Hash), cancellationToken).GetAwaiter().GetResult();

    static PostgresAddress? Target(ParseResult parsed, ImportOptions options) => parsed.GetValue(options.To) is null
        ? null
        : PostgresAddress.Parse(parsed.GetValue(options.TargetConnection) ?? options.Connection(parsed)
            ?? throw new WrongUseException("--to postgres needs to know where: give --to-connection \"Host=...\" or set ConnectionStrings__Postgres."));
}
