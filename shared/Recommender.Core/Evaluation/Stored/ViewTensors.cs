using System.Globalization;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Evaluation.Stored;

/// <summary>One view of a stored evaluation: its cases, its metrics with their intervals, and what each metric says of each case.</summary>
static class ViewTensors
{
    const int Width = 3;   // value, low, high

    public static void Write(ViewResult view, TensorWriter tensors)
    {
        tensors.Add<int>("cases", view.Cases.ToArray());
        tensors.Note("metrics", TextList.Write(view.Metrics.Keys));
        double[] measured = [.. view.Metrics.Values.SelectMany(metric => new[] { metric.Value, metric.Low ?? double.NaN, metric.High ?? double.NaN })];
        tensors.Add<double>("metrics", measured, view.Metrics.Count, Width);
        tensors.Note("persons", TextList.Write(view.Persons.Keys));
        foreach (var (number, values) in view.Persons.Values.Index()) PersonTensors.Write(values, tensors.Scope(number.ToString(CultureInfo.InvariantCulture)));
    }

    public static ViewResult Read(TensorReader tensors, string name, int persons)
    {
        var cases = tensors.Numbers<int>("cases").ToArray();
        Ascending.Demand(tensors, "cases", cases, persons);
        return new()
        {
            Name = name,
            Cases = cases,
            Metrics = Metrics(tensors),
            Persons = TextList.Read(tensors, "persons").Index().ToDictionary(
                metric => metric.Item, metric => PersonTensors.Read(tensors.Scope(metric.Index.ToString(CultureInfo.InvariantCulture)), cases.Length), StringComparer.Ordinal),
        };
    }

    static Dictionary<string, Measurement> Metrics(TensorReader tensors)
    {
        var (names, numbers) = (TextList.Read(tensors, "metrics"), tensors.Numbers<double>("metrics"));
        if (numbers.Length != Width * names.Count) throw tensors.Broken($"{names.Count} metrics have {numbers.Length} numbers instead of {Width * names.Count}");

        return names.Index().ToDictionary(metric => metric.Item, metric => Measured(tensors, metric.Item, numbers.Span.Slice(Width * metric.Index, Width)), StringComparer.Ordinal);
    }

    static Measurement Measured(TensorReader tensors, string name, ReadOnlySpan<double> numbers)
    {
        var (value, low, high) = (numbers[0], numbers[1], numbers[2]);
        if (!double.IsFinite(value) || double.IsInfinity(low) || double.IsInfinity(high) || double.IsNaN(low) != double.IsNaN(high) || low > high)
            throw tensors.Broken(string.Create(CultureInfo.InvariantCulture, $"{name} would be {value} [{low}, {high}]"));

        return double.IsNaN(low) ? new(value, Low: null, High: null) : new(value, low, high);
    }
}
