using System.Text;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Core.Evaluation;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;
using Recommender.Storage.Tables;

namespace Recommender.Storage.Datasets;

/// <summary>An evaluation person by person, as Parquet: trainer, view, customer, metric, value.</summary>
public static class PersonTable
{
    /// <summary>Makes the file's folder and sees that it can be written to, before work is spent on what goes into it.</summary>
    public static void Prepare(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || Directory.Exists(path)) throw new UserErrorException($"'{path}' is no name for a file. Name one such as persons.parquet.");

        TableFile.Probe(path);
    }

    /// <summary>Writes the file; a full disk or a missing folder is an error with its cure.</summary>
    public static void Write(HomeFolder home, string path, EvaluationResult result, CancellationToken cancellationToken)
    {
        using var database = new WorkDatabase(home);
        database.Connection.Run("CREATE TABLE persons (place INTEGER, trainer VARCHAR, view VARCHAR, customer VARCHAR, metric VARCHAR, value FLOAT)", cancellationToken);
        using (var writer = database.Connection.CreateChunkWriter("persons"))
        {
            foreach (var (place, trainer) in result.Trainers.Index()) Add(writer, place, trainer, cancellationToken);
            writer.Complete();
        }
        ParquetTable.Write(database.Connection, "SELECT * FROM persons", Path.GetFullPath(path), cancellationToken);
    }

    // The place tells two runs of one trainer apart.
    static void Add(DuckDBChunkWriter writer, int place, TrainerResult trainer, CancellationToken cancellationToken)
    {
        var name = Encoding.UTF8.GetBytes(trainer.Trainer);
        foreach (var view in trainer.Evaluation.Views)
        {
            var viewName = Encoding.UTF8.GetBytes(view.Name);
            foreach (var (metric, values) in view.Persons)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var metricName = Encoding.UTF8.GetBytes(metric);
                for (var person = 0; person < values.Count; person++)
                {
                    writer.Value(0, place);
                    writer.Text(1, name);
                    writer.Text(2, viewName);
                    writer.Text(3, trainer.Evaluation.Names.Utf8(view.Cases[person]));
                    writer.Text(4, metricName);
                    if (float.IsNaN(values[person])) writer.Null(5);
                    else writer.Value(5, values[person]);
                    writer.EndRow();
                }
            }
        }
    }
}
