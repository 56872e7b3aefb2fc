//! How far something moved, as a figure, as a rate or some times over: the ways of a change whose both ends the words tell —
//! *tăng 12 người, từ 45 lên 59 người*; *giảm 8% so với cùng kỳ (205 tỷ đồng)*.

use crate::check::figures::changes::near::Sure;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::slip::{Slip, slip};
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// Words right before the size of a change.
const MOVES: [&str; 9] =
    ["tăng", "tăng thêm", "giảm", "giảm thêm", "tức tăng", "tức giảm", "vượt", "cao hơn", "thấp hơn"];

/// Words between a movement and its size that tell how it went.
const MANNERS: [&str; 4] = [" nhẹ", " mạnh", " sâu", " tiếp"];

/// Words of what was to be reached.
pub(in crate::check::figures) const PLANS: [&str; 5] = ["kế hoạch", "dự toán", "chỉ tiêu", "nghị quyết", "mục tiêu"];

/// Words of movement downwards.
pub(in crate::check::figures) const FALLS: [&str; 2] = ["giảm", "thấp hơn"];

/// Digits from which a likeness of two rates is none of chance.
const SLIPPED: usize = 3;

/// Words of a time: two figures of two times have a change between them.
pub(in crate::check::figures) const TIMES: [&str; 10] =
    ["năm", "quý", "tháng", "cùng kỳ", "trước", "nhiệm kỳ", "vụ ", "ngày", "đầu", "cuối"];

impl Reading<'_> {
    /// The ways of a change, the surest first.
    pub(in crate::check::figures) fn changes(&self, at: usize) -> Vec<Way> {
        let paired = self.of_pair_between(at);
        if !paired.is_empty() {
            return paired;
        }
        let told = [
            self.between_ends(at),
            self.surplus(at),
            self.times_over(at),
            self.against_earlier(at),
            self.against_period(at),
        ];
        let mut ways: Vec<Way> = told.into_iter().flatten().collect();
        if ways.is_empty() {
            ways.extend(self.of_two_times(at));
        }
        ways.extend(self.against_pair(at));
        ways.extend(self.of_one_start(at));
        ways.extend(self.yearly(at));
        ways.extend(self.of_rates(at));
        ways.extend(self.of_moves(at));
        let sure = if ways.iter().any(|way| way.tie == Tie::Told) { Sure::Told } else { Sure::Open };
        ways.extend(self.of_figures_near(at, sure));
        ways
    }

    /// *giảm 420 triệu đồng (33,3%)*, *giảm 61 vụ (-7,1%)*: a rate in brackets behind a change is the same change.
    pub(in crate::check::figures) fn changes_in_brackets(&self, at: usize) -> Vec<Way> {
        let mut ways = self.between_ends(at);
        ways.extend(self.behind_level(at));
        let moved = at.checked_sub(1).filter(|moved| *moved >= self.own.start);
        ways.extend(moved.into_iter().flat_map(|moved| self.of_move(at, moved)));
        ways
    }

    /// What becomes of a figure that was another before: a rate, a number of times or a difference, as the change is told.
    pub(in crate::check::figures) fn change(&self, at: usize, from: &Mention, to: &Mention, tie: Tie) -> Vec<Way> {
        let said = &self.figures[at];
        let (Some(before), Some(now)) = (Reach::of(from), Reach::of(to)) else { return Vec::new() };
        let terms = Terms::Change(from.size, to.clone());
        let way = |tie, makes: Option<Reach>| makes.map(|makes| Way { tie, makes, terms: terms.clone() });
        if said.is_rate() {
            let Some((makes, falls)) = now.growth(before) else { return Vec::new() };
            let told =
                if self.is_rise(at) == Some(falls) { Terms::Backwards(from.size, to.clone()) } else { terms.clone() };
            // Behind *cao hơn* stand points.
            let compared = ["cao hơn", "thấp hơn"].iter().any(|word| self.label(at).contains(word));
            // Of two rates people tell the points between them, or hundredths: what is nearer was meant.
            // Digits changed about tell which of the two was meant better than what is nearer.
            let turned = |points: &Reach| {
                let right = points.rounded(said.value.scale);
                right.is_some_and(|right| slip(said.value, right, SLIPPED) == Some(Slip::Turned))
            };
            let near = |points: &Reach| turned(points) || is_nearer(said.value, points.mid(), makes.mid());
            let points = now.apart(before).filter(|points| to.is_rate() && (compared || near(points)));
            if let Some(points) = points {
                let points_told = if compared { told.clone() } else { terms };
                return vec![
                    Way { tie, makes: points, terms: points_told },
                    Way { tie: Tie::Silent, makes, terms: told },
                ];
            }
            let mut ways = vec![Way { tie, makes, terms: told }];
            // Between two rates people tell points as well as hundredths; *tăng 85%* may be meant for *bằng 85%*.
            ways.extend(way(Tie::Silent, now.apart(before)).filter(|_| to.is_rate()));
            return ways;
        }
        if said.unit == "lần" {
            // Some say *tăng 2 lần* for what has trebled.
            let grown = || now.over(before)?.minus(Reach::exactly(Decimal::whole(1)));
            let grown = way(Tie::Silent, grown()).filter(|_| !self.label(at).contains("gấp"));
            return way(tie, now.over(before)).into_iter().chain(grown).collect();
        }
        let points = said.unit == "điểm" && to.is_rate();
        let kin = said.kind == to.kind || said.is_kin(to) || points;
        let apart = || now.apart(before)?.map(|size| Some(said.in_unit(size)));
        // Where the words leave no other pair, the way it moved must be the one they tell as well.
        let turns = tie == Tie::Told && self.is_move(at) && now.mid() != before.mid();
        let turned = turns && self.is_rise(at) == Some(now.mid() < before.mid());
        let terms = if turned { Terms::Backwards(from.size, to.clone()) } else { terms.clone() };
        apart().filter(|_| kin).map(|makes| Way { tie, makes, terms }).into_iter().collect()
    }

    /// Whether the words tell of a movement upwards; a rate in brackets tells none.
    fn is_rise(&self, at: usize) -> Option<bool> {
        let bracket = self.before(at).trim_end_matches('-').trim() == "(";
        (!bracket).then(|| !FALLS.iter().any(|word| self.label(at).contains(word)))
    }

    /// *bằng 112% kế hoạch, vượt 12%*: what is above the whole.
    fn surplus(&self, at: usize) -> Vec<Way> {
        let over = &self.figures[at];
        let told = || {
            let rate = at.checked_sub(1).filter(|rate| *rate >= self.own.start && self.figures[*rate].is_rate())?;
            let (base, moved) = self.between(rate, at).rsplit_once([',', '('])?;
            let planned = PLANS.iter().any(|word| base.contains(word)) || base.trim().is_empty();
            let told = moved.trim().trim_start_matches("tức").trim_start_matches("tức là").trim();
            let told = told.strip_prefix("là").map_or(told, str::trim) == "vượt" && over.is_rate();
            let short = base.split_whitespace().count() <= 8 && !base.contains([',', ';']);
            let whole = Decimal::whole(100);
            let makes = self.reach_of(rate)?.minus(Reach::exactly(whole)).filter(|above| above.mid().mantissa > 0)?;
            let terms = Terms::Change(whole, self.figures[rate].clone());
            (planned && told && short).then_some(Way { tie: Tie::Told, makes, terms })
        };
        told().or_else(|| self.above_plan(at)).into_iter().collect()
    }

    /// *đạt 16,3 triệu tấn, bằng 103% kế hoạch (vượt 440.000 tấn)*: what the level and its rate leave above the plan.
    fn above_plan(&self, at: usize) -> Option<Way> {
        let over = &self.figures[at];
        let rate = at.checked_sub(1).filter(|rate| *rate > self.own.start && self.figures[*rate].is_rate())?;
        let (base, moved) = self.between(rate, at).rsplit_once([',', '('])?;
        let planned = PLANS.iter().any(|word| base.contains(word)) && base.split_whitespace().count() <= 8;
        let told = moved.trim().trim_start_matches("tức").trim_start_matches(" là").trim();
        let reached = ["bằng", "đạt", "hoàn thành"].iter().any(|word| self.label(rate).trim_end().ends_with(word));
        let level = &self.figures[rate - 1];
        (planned && told == "vượt" && reached && level.is_kin(over) && !self.is_moved(rate - 1)).then_some(())?;
        let whole = Reach::exactly(Decimal::whole(100));
        let rest = self.reach_of(rate)?.minus(whole).filter(|above| above.mid().mantissa > 0)?;
        let makes = self.reach_of(rate - 1)?.times(rest)?.over(self.reach_of(rate)?)?;
        let rate = &self.figures[rate];
        let product = format!("{} × {}", level.shown(), rate.shown_as(rest.mid().trimmed()));
        let terms = format!("{product} : {}", rate.shown());
        let makes = makes.map(|size| Some(over.in_unit(size)))?;
        Some(Way { tie: Tie::Told, makes, terms: Terms::Product(terms, over.range.clone()) })
    }

    /// *tăng 142,4%, gấp 2,4 lần*: how many times the rate makes it.
    fn times_over(&self, at: usize) -> Vec<Way> {
        let told = || {
            let rate = at.checked_sub(1).filter(|rate| *rate >= self.own.start && self.figures[*rate].is_rate())?;
            let link = self.between(rate, at).trim_matches([' ', ',', '(']);
            let grown = self.figures[at].unit == "lần" && self.label(rate).trim_end().ends_with("tăng");
            (grown && matches!(link, "gấp" | "tương đương gấp" | "tức gấp" | "hay gấp")).then_some(())?;
            let whole = Reach::exactly(Decimal::whole(100));
            let makes = whole.plus(self.reach_of(rate)?)?.map(|share| share.shifted(-2))?;
            Some(Way { tie: Tie::Told, makes, terms: Terms::Change(Decimal::whole(100), self.figures[rate].clone()) })
        };
        told().into_iter().collect()
    }

    /// *312 tấn, tăng 5,2% so với cùng kỳ (302 tấn)*, *còn 14 thôn, giảm 4 thôn so với trước đây (18 thôn)*, *tăng 4,6% so với
    /// 8,05 tỷ USD cùng kỳ*, *tăng 2 tỷ đồng (từ 13 tỷ đồng)*: the figure behind a change is what moved.
    fn against_earlier(&self, at: usize) -> Vec<Way> {
        let told = || {
            let next = || self.figures.get(at + 1).filter(|_| at + 1 < self.own.end && self.is_told_behind(at));
            let given = self.in_brackets(&self.figures[at]).or_else(next).filter(|given| given.of.is_none())?;
            let rest = &self.text[self.figures[at].range.end..given.range.start];
            let compared = rest.split_once("so với").or_else(|| rest.split_once("trước"));
            // Far from its *so với*, a figure in brackets belongs to what is told last.
            let close = compared.is_some_and(|(_, with)| {
                // *so với chỉ tiêu được giao tại Quyết định số 546/QĐ-TTg ngày 29/4/2022 của Thủ tướng Chính phủ (91,5%)*
                let planned = PLANS.iter().any(|plan| with.trim_start().starts_with(plan));
                with.split_whitespace().count() <= if planned { 24 } else { 10 } && !with.contains(" do ")
            });
            let opened = rest.trim() == "(từ";
            // *vượt 5% kế hoạch được giao (48.000 tấn)*
            let planned = self.label(at).trim_end().ends_with("vượt")
                && PLANS.iter().any(|plan| rest.trim_start().starts_with(plan))
                && rest.split_whitespace().count() <= 10;
            (self.is_move(at) && (close || opened || planned)).then_some(())?;
            // The figure that moved is not the base in brackets of a rate before: *bằng 53% dự toán (34 tỷ đồng), tăng 9%*.
            let bracketed = |now: &usize| self.text[..self.figures[*now].range.start].ends_with('(');
            let kin = |now: &usize| self.figures[*now].is_kin(given) && !bracketed(now);
            let now = (self.own.start.max(at.saturating_sub(NEAR))..at).rev().find(kin)?;
            // *tăng 0,51%, giảm 0,04% so với mức tăng 0,55%*: two changes have points between them.
            let both = rest.trim_end().ends_with("mức tăng") && self.label(now).trim_end().ends_with("tăng");
            // What was aimed at is no rounded figure: *thấp hơn 4,5% so với chỉ tiêu (91%)*.
            let aimed = given.is_rate() && PLANS.iter().any(|word| rest.contains(word));
            let exact = given.value.rescaled(given.value.scale + 2).filter(|_| aimed).unwrap_or(given.value);
            let given = Mention { value: exact, ..given.clone() };
            (both || !self.is_change_of(now)).then(|| self.change(at, &given, &self.figures[now], Tie::Told))
        };
        told().unwrap_or_default()
    }

    /// *vượt 5,2% so với kế hoạch đề ra từ đầu năm là 9.570 tấn*, *tăng 4,6% so với 8,05 tỷ USD*: what it is compared with
    /// follows without brackets.
    fn is_told_behind(&self, at: usize) -> bool {
        let link = self.between(at, at + 1).trim();
        if link == "(từ" {
            return true;
        }
        let told = ["là", "kế hoạch", "dự toán", "chỉ tiêu"].iter().any(|word| link.ends_with(word));
        let with = link.strip_prefix("so với").map(str::trim);
        let bare = with.is_some_and(|with| ["", "mức", "con số", "số", "mức tăng", "mức giảm"].contains(&with));
        // *tăng 3,3 tỷ đồng so với giá khởi điểm 9,5 tỷ đồng*
        let priced = |with: &str| with.starts_with("giá ") && with.split_whitespace().count() <= 4;
        let bare = bare || with.is_some_and(priced);
        with.is_some() && (told || bare) && !link.contains([',', ';', '(', ':', '.']) && !link.contains(" và ")
    }

    /// Whether a figure tells how far something moved.
    pub(in crate::check::figures) fn is_move(&self, at: usize) -> bool {
        let label = self.label(at);
        // *tăng nhẹ 0,27 điểm*
        let label = MANNERS.iter().find_map(|word| label.trim_end().strip_suffix(word)).unwrap_or(label);
        let told = label.trim().trim_start_matches("như vậy ").trim_start_matches("đã ");
        MOVES.iter().any(|word| told == *word || label.trim_end().ends_with(&format!(" {word}")))
            || (self.figures[at].unit == "lần" && label.trim_end().ends_with("gấp"))
    }
}

/// Whether a number lies nearer to the first of two others.
fn is_nearer(said: Decimal, one: Decimal, other: Decimal) -> bool {
    let off = |value: Decimal| said.checked_sub(value).map(crate::check::figures::absolute);
    off(one).zip(off(other)).is_some_and(|(one, other)| one < other)
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn changes() {
        for (text, told) in [
            ("Số công chức tăng thêm 12 người, từ 45 lên 59 người.", &["12 người"][..]),
            ("Số công chức tăng thêm 14 người, từ 45 lên 59 người.", &[]),
            ("Số dư giảm từ 1.260 triệu đồng xuống còn 840 triệu đồng, giảm 420 triệu đồng (33,3%).", &[]),
            ("Số dư giảm từ 1.260 triệu đồng xuống còn 840 triệu đồng, giảm 420 triệu đồng (35,3%).", &["35,3%"]),
            ("Số hộ giảm từ 120 hộ xuống còn 90 hộ, giảm 40 hộ.", &["40 hộ"]),
            ("Thu 18.640 triệu đồng, tăng 9,6% so với cùng kỳ năm trước (17.007 triệu đồng).", &[]),
            ("Thu 184,5 tỷ đồng, giảm 8% so với cùng kỳ (205 tỷ đồng).", &["8%"]),
            ("Thu 184,5 tỷ đồng, tăng 10% so với cùng kỳ (205 tỷ đồng).", &["10%"]),
            ("Thu 184,5 tỷ đồng, tăng 10% so với cùng kỳ.", &[]),
            ("Đoàn đi từ 45 hộ đến 59 hộ, tăng 3 hộ.", &[]),
            (
                "Độ che phủ đạt 46,25%, thấp hơn 4,25% so với chỉ tiêu được giao tại Quyết định số 54/QĐ-UBND ngày 9/4/2022 của Chủ tịch Ủy \
                 ban nhân dân tỉnh (51,5%).",
                &["4,25%"],
            ),
        ] {
            let found = found(text);
            assert_eq!(found.len(), told.len(), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
