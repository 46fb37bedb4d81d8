using Experiments.Discovery;

namespace Simulator.Tests.Discovery;

public sealed class BoxSearchTests
{
    private static readonly BoxSearch Search = new(0.05, 0.03);

    [Theory, InlineData(1U), InlineData(2U), InlineData(3U)]
    public void A_known_box_among_eight_dimensions_is_found_within_sampling_error(uint stream)
    {
        // 90% cases where x₀ > 0.6 and 0.2 < x₁ < 0.7, else 5%.
        LabelledPoints points = MadePoints.Of(stream, 2000, 8, place => place[0] > 0.6 && place[1] is > 0.2 and < 0.7 ? 0.9 : 0.05);
        Box box = Search.Best(points, points.All);
        Assert.Equal([0, 1], box.Dimensions.Order());

        // Two hundred points lie along each edge and a tenth of a unit, a limit is off by some of them.
        Assert.InRange(MadePoints.LimitOf(box, 0, Side.Low)!.Value, 0.57, 0.63);
        Assert.InRange(MadePoints.LimitOf(box, 1, Side.Low)!.Value, 0.15, 0.25);
        Assert.InRange(MadePoints.LimitOf(box, 1, Side.High)!.Value, 0.65, 0.75);
        BoxCount count = box.Count(points, points.All);

        // 400 points inside: the standard error of a density of 0.9 is 0.015.
        Assert.InRange(count.Density, 0.9 - 0.06, 0.9 + 0.06);
        Assert.Equal(0.9 * 0.2 / ((0.9 * 0.2) + (0.05 * 0.8)), count.Coverage, 0.06);
    }

    [Fact]
    public void Each_box_of_the_trajectory_lies_within_the_one_before_and_none_is_smaller_than_allowed()
    {
        LabelledPoints points = MadePoints.Of(4, 500, 5, place => place[2] < 0.4 ? 0.7 : 0.2);
        IReadOnlyList<Box> boxes = Peeling.Trajectory(points, points.All, 0.05, 0.1);
        BoxCount[] counts = [.. boxes.Select(box => box.Count(points, points.All))];
        Assert.Equal(new BoxCount(500, counts[0].AllCases, 500, counts[0].AllCases), counts[0]);
        for (int step = 1; step < boxes.Count; step++)
        {
            Assert.True(counts[step].Points < counts[step - 1].Points && counts[step].Mass >= 0.1);
            Assert.InRange(counts[step - 1].Points - counts[step].Points, 1, Math.Max(1, counts[step - 1].Points / 20));
            Assert.All(Enumerable.Range(0, 500).Where(point => boxes[step].Contains(points, point)), point => Assert.True(boxes[step - 1].Contains(points, point)));
        }
    }

    [Fact]
    public void Pasting_gives_back_what_peeling_cut_too_deep()
    {
        LabelledPoints points = MadePoints.Of(5, 1000, 4, place => place[0] > 0.5 && place[1] < 0.6 ? 1 : 0);
        var deep = new Box([new Restriction(0, Side.Low, 0.75), new Restriction(1, Side.High, 0.3), new Restriction(3, Side.High, 0.8)]);
        Box wide = Pasting.Widened(deep, points, points.All, 0.05);
        BoxCount count = wide.Count(points, points.All);
        Assert.Equal(1, count.Density);

        // What is left out is less than a strip of the box on each of two sides.
        Assert.InRange(count.Coverage, 0.9, 1);
        Assert.DoesNotContain(3, wide.Dimensions);
        Assert.True(MadePoints.LimitOf(wide, 0, Side.Low) < 0.55 && MadePoints.LimitOf(wide, 1, Side.High) > 0.55);
    }

    [Fact]
    public void Among_many_factors_that_do_not_matter_the_one_that_does_is_cut_as_deep_as_alone()
    {
        // One pass wastes its points here on strips that are free of cases by luck, and ends with the limit at 0.36.
        LabelledPoints points = MadePoints.Of(900, 600, 10, place => place[4] > 0.7 ? 0.8 : 0.1);
        int[] half = new DiscoveryDraws(1).Dealt(points.Cases, 2);
        Box box = new BoxSearch(0.05, 0.05).Best(points, half);
        Assert.Contains(4, box.Dimensions);
        Assert.InRange(MadePoints.LimitOf(box, 4, Side.Low)!.Value, 0.62, 0.78);
    }

    [Fact]
    public void Categories_and_whole_numbers_are_cut_whole()
    {
        double[][] places = [.. Enumerable.Range(0, 900).Select(point => new[] { point % 4, point / 4 % 5, MadePoints.Uniform(6, 0, point) })];
        Dimension[] dimensions = [new([.. places.Select(place => place[0])], isCategorical: true), new([.. places.Select(place => place[1])]), new([.. places.Select(place => place[2])])];
        LabelledPoints points = MadePoints.Of(6, dimensions, places, place => place[0] is 1 or 3 && place[1] >= 3 ? 0.95 : 0.05);
        Box box = Search.Best(points, points.All);
        Assert.Equal([0, 1], box.Dimensions.Order());
        Assert.Equal(0b0101UL, box.Restrictions.Single(limit => limit.Side == Side.Categories).Excluded);
        Assert.Equal(2.5, MadePoints.LimitOf(box, 1, Side.Low));
    }

    [Fact]
    public void The_same_points_and_seed_give_the_same_result()
    {
        LabelledPoints points = MadePoints.Of(7, 400, 6, place => place[0] > 0.6 ? 0.7 : 0.2);
        DiscoveryResult[] twice = [.. Enumerable.Range(0, 2).Select(_ => DiscoveryResult.Of(points, new DiscoverySettings { Resamples = 20 }, 9))];
        Assert.NotEmpty(twice[0].Boxes);
        Assert.Equal(twice[0].Boxes.Select(box => string.Join(";", box.Box.Restrictions)), twice[1].Boxes.Select(box => string.Join(";", box.Box.Restrictions)));
        Assert.Equal(twice[0].Reproducibility.Restricted, twice[1].Reproducibility.Restricted);
        Assert.Equal(twice[0].Tree, twice[1].Tree);
        Assert.Equal(twice[0].Beyond, twice[1].Beyond);
    }

    [Fact]
    public void A_factor_that_matters_comes_out_of_nearly_every_resample_and_others_seldom()
    {
        LabelledPoints points = MadePoints.Of(8, 500, 6, place => place[0] > 0.6 ? 0.8 : 0.1);
        var found = Reproducibility.Of(Search, points, 60, new DiscoveryDraws(1));
        Assert.True(found.ShareOf(0) >= 0.95, $"{found.ShareOf(0)}");
        Assert.All(Enumerable.Range(1, 5), dimension => Assert.True(found.ShareOf(dimension) < found.ShareOf(0) / 2, $"{dimension}: {found.ShareOf(dimension)}"));
    }

    [Fact]
    public void A_second_box_is_found_in_what_the_first_leaves()
    {
        LabelledPoints points = MadePoints.Of(10, 2000, 4, place => (place[0] < 0.2 && place[1] < 0.5) || (place[2] > 0.85 && place[0] > 0.5) ? 0.9 : 0.03);
        IReadOnlyList<FoundBox> boxes = Covering.Boxes(Search, points, 3, new DiscoveryDraws(2));
        Assert.True(boxes.Count >= 2);
        Assert.True(boxes.Take(2).Sum(box => box.Count.Coverage) is > 0.6 and <= 1);
        Assert.All(Enumerable.Range(0, points.Count), point => Assert.True(boxes.Take(2).Sum(box => box.Count.AllPoints) == 2 * points.Count));
    }
}
