using Recommender.Core.Baskets.Rules;
using Recommender.Storage.Homes;
using Recommender.Storage.Tables;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>Rules as a file for others.</summary>
static class RuleTable
{
    public static void Write(HomeFolder home, string file, FoundRules found, IReadOnlyList<RuleMeasure> measures, CancellationToken cancellationToken)
    {
        TableColumn[] columns = [new("antecedent", CellKind.Names), new("consequent", CellKind.Names), .. measures.Select(measure => new TableColumn(measure.Name, CellKind.Number))];
        TableFile.Write(home, file, columns, rows =>
        {
            foreach (var rule in found.Result.Rows)
            {
                rows.Names(found.Data.Baskets.Items, [.. rule.Antecedent]);
                rows.Names(found.Data.Baskets.Items, [.. rule.Consequent]);
                foreach (var measure in measures) rows.Number(measure.Of(rule.Figures));
                rows.EndRow();
            }
        }, cancellationToken);
    }
}
