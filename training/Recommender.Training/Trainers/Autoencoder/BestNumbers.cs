namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>Keeps the numbers of the epoch that answered best and says when waiting for a better one has lasted too long.</summary>
sealed class BestNumbers(IReadOnlyList<Parameter> parameters, int patience)
{
    readonly float[][] _best = [.. parameters.Select(parameter => new float[parameter.Values.Length])];
    double _measure = double.NegativeInfinity;
    int _waited;

    /// <summary>Takes the measure of an epoch, higher is better; false when training should end.</summary>
    public bool GoesOn(double measure)
    {
        if (!(measure > _measure)) return ++_waited < patience;

        (_measure, _waited) = (measure, 0);
        for (var at = 0; at < _best.Length; at++) parameters[at].Values.Span.CopyTo(_best[at]);
        return true;
    }

    /// <summary>Puts the best numbers back.</summary>
    public void Restore()
    {
        if (double.IsNegativeInfinity(_measure)) return;

        for (var at = 0; at < _best.Length; at++) _best[at].CopyTo(parameters[at].Values);
    }
}
