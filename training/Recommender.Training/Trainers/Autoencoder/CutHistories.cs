using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>Takes from the histories of some customers what is to be held out.</summary>
sealed class CutHistories(Dataset dataset, AutoencoderOptions options, TrainingHistories whole)
{
    const double ShareWithoutTimes = 0.2;

    readonly SparseRowsBuilder _inputs = new(hasValues: true);
    readonly SparseRowsBuilder _answers = new(hasValues: true);
    readonly SparseRowsBuilder _targets = new(hasValues: true);
    readonly SparseRow _row = new();

    /// <summary>What is left, one row for each customer from whom something was taken.</summary>
    public TrainingHistories Left => new(_inputs.Build(whole.Items), _answers.Build(whole.Items));

    /// <summary>What was taken, row by row.</summary>
    public CsrMatrix Targets => _targets.Build(whole.Items);

    public void TakeLastBasket(int customer)
    {
        var history = dataset.Baskets.Of(customer);
        var before = new History(history.Source, history.First, history.End - 1);
        before.Weigh(options.InputWeighting, dataset.Now, _row);
        _inputs.AddRow(_row.Items, _row.Weights);
        before.Weigh(options.AnswerWeighting, dataset.Now, _row);
        _answers.AddRow(_row.Items, _row.Weights);
        foreach (var item in history.ItemsOf(history.Baskets - 1)) _targets.Add(item, 1);
        _targets.EndRow();
    }

    public void TakeSome(int customer, RandomStream random)
    {
        var items = whole.Entries(customer);
        var (inputs, answers) = (whole.InputWeights(customer), whole.AnswerWeights(customer));
        for (var entry = 0; entry < items.Length; entry++)
        {
            if (random.Chance(ShareWithoutTimes))
            {
                _targets.Add(items[entry], 1);
                continue;
            }
            _inputs.Add(items[entry], inputs[entry]);
            _answers.Add(items[entry], answers[entry]);
        }
        _inputs.EndRow();
        _answers.EndRow();
        _targets.EndRow();
    }
}
