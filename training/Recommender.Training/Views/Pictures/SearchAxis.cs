using System.Globalization;

namespace Recommender.Training.Views.Pictures;

/// <summary>Where the values of one option lie from left to right: numbers by their size, or its order of magnitude where they span many; words side by side.</summary>
sealed class SearchAxis
{
    const double WideRatio = 20;

    readonly string[] _words;
    readonly double[] _numbers;
    readonly bool _isWide;

    public SearchAxis(IEnumerable<string> values)
    {
        _words = [.. values.Distinct().Order(StringComparer.Ordinal)];
        double[] numbers = [.. _words.Select(Number).OfType<double>().Order()];
        _numbers = numbers.Length == _words.Length ? numbers : [];
        _isWide = _numbers.Length > 0 && _numbers[0] > 0 && _numbers[^1] / _numbers[0] >= WideRatio;
    }

    /// <summary>What stands at the left and at the right end.</summary>
    public (string Left, string Right) Ends => _numbers.Length > 0 ? (Text(_numbers[0]), Text(_numbers[^1])) : (_words[0], _words[^1]);

    /// <summary>The place of a value, from 0 at the left to 1 at the right.</summary>
    public double Place(string value)
    {
        if (_words.Length < 2) return 0.5;
        if (_numbers.Length == 0) return (double)Array.IndexOf(_words, value) / (_words.Length - 1);

        return (Scaled(Number(value)!.Value) - Scaled(_numbers[0])) / (Scaled(_numbers[^1]) - Scaled(_numbers[0]));
    }

    double Scaled(double number) => _isWide ? Math.Log(number) : number;

    static double? Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Text(double number) => number.ToString("G4", CultureInfo.InvariantCulture);
}
