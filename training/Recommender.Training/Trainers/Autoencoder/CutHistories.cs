using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>Copies histories customer by customer and takes from some of them what is to be held out.</summary>
sealed class CutHistories(Dataset dataset, AutoencoderOptions options, TrainingHistories whole)
{
    readonly RowsBuilder _inputs = new(whole.Items);
    readonly RowsBuilder _answers = new(whole.Items);
    readonly RowsBuilder _targets = new(whole.Items);
    readonly SparseRow _row = new();

    public TrainingHistories Histories => new(_inputs.Build(), _answers.Build());

    /// <summary>What was held out, one row for each customer from whom something was taken.</summary>
    public CsrMatrix Targets => _targets.Build();

    public void Keep(int customer)
    {
        _inputs.Add(whole.Inputs.RowIndices(customer), TrainingHistories.Weights(whole.Inputs, customer));
        _answers.Add(whole.Answers.RowIndices(customer), TrainingHistories.Weights(whole.Answers, customer));
    }

    public void CutLastBasket(int customer)
    {
        var history = dataset.Baskets.Of(customer);
        var before = new History(history.Source, history.First, history.End - 1);
        before.Weigh(options.InputWeighting, dataset.Now, _row);
        _inputs.Add(_row.Items, _row.Weights);
        before.Weigh(options.AnswerWeighting, dataset.Now, _row);
        _answers.Add(_row.Items, _row.Weights);
        foreach (var item in history.ItemsOf(history.Baskets - 1)) _targets.Add(item, 1);
        _targets.EndRow();
    }

    public void CutSome(int customer, double share, RandomStream random)
    {
        var items = whole.Inputs.RowIndices(customer);
        var (inputs, answers) = (TrainingHistories.Weights(whole.Inputs, customer), TrainingHistories.Weights(whole.Answers, customer));
        for (var entry = 0; entry < items.Length; entry++)
        {
            if (random.Chance(share))
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
