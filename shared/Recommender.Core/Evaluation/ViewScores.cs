using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;

namespace Recommender.Core.Evaluation;

/// <summary>What a view found so far: a float for each case, metric and cutoff, NaN until it is measured; each is written by one thread.</summary>
sealed class ViewScores
{
    readonly (string Name, Metric Metric, int Cutoff, float[] Values)[] _columns;
    readonly bool[] _isCase;

    public ViewScores(View view, EvaluationOptions options, int cases)
    {
        (View, _isCase) = (view, new bool[cases]);
        _columns =
        [
            .. from metric in options.Metrics
               where !(view.IsSlice && metric.IsOfList)
               from cutoff in metric.IsOfWholeRanking ? options.Cutoffs.Take(1) : options.Cutoffs
               select (metric.NameAt(cutoff), metric, cutoff, Nothing(cases)),
        ];
        Columns = [.. _columns.Select(column => (column.Name, new PersonValues(column.Values)))];
    }

    public View View { get; }

    /// <summary>Each metric of all cases.</summary>
    public IReadOnlyList<(string Name, PersonValues Values)> Columns { get; }

    /// <summary>Measures the list of one case.</summary>
    public void Measure(int place, RankedList list)
    {
        _isCase[place] = true;
        foreach (var (_, metric, cutoff, values) in _columns) values[place] = (float)metric.Measure(list, cutoff);
    }

    /// <summary>The cases that had something to find.</summary>
    public int[] Cases() => [.. Enumerable.Range(0, _isCase.Length).Where(place => _isCase[place])];

    static float[] Nothing(int cases)
    {
        var values = new float[cases];
        Array.Fill(values, float.NaN);
        return values;
    }
}
