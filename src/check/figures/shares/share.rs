//! A rate as a share: its part, and the base that the text gives it — *tỷ lệ, tỷ trọng*.

use crate::check::figures::changes::growth::PLANS;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::shares::base::{BASES, Base};
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// Words of a whole: what stands behind them is what parts are taken from.
pub(in crate::check::figures) const WHOLES: [&str; 10] =
    ["tổng", "toàn", "có ", "giao", "nhận", "gồm", "thụ lý", "phải ", "xảy ra", "đăng ký"];

/// Words that lead from a part, or from its rate, to its whole: *trên dự toán giao 19,2 tỷ đồng*.
pub(in crate::check::figures) const OVERS: [&str; 4] = ["so với ", "trên ", "trong ", "của "];

/// Words right before a share of a whole that is not at hand.
const WORDS: [&str; 9] = ["đạt", "chiếm", "bằng", "tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "còn", "hoàn thành"];

/// The longest bracket that may say nothing of a base, in characters.
const LONGEST: usize = 120;

/// A rate's part and base, as the text pairs them.
struct Claim {
    part: usize,
    base: Decimal,
    /// Whether the sentence names the base; else any figure that explains the rate clears it.
    certain: bool,
}

impl Reading<'_> {
    /// The ways of a rate that is a share: the one that the text leaves no doubt about, else all that come near.
    pub(in crate::check::figures) fn shares(&self, at: usize) -> Vec<Way> {
        let told = |claim: &Claim| {
            let (part, base) = (&self.figures[claim.part], claim.base);
            // Increases and cuts are shares of something else.
            (!self.is_change_of(claim.part)).then_some(())?;
            let whole = Mention { value: part.in_unit(base), size: base, rough: false, ..part.clone() };
            let makes = Reach::of(part)?.share(Reach::of(&whole)?)?;
            // More than ten times its base a part hardly is.
            let meant = makes.mid() <= Decimal::whole(1_000);
            meant.then_some(Way { tie: Tie::Told, makes, terms: Terms::Share(claim.part, base) })
        };
        if let Some(way) = self.told_above(at).or_else(|| self.of_named_base(at)) {
            return vec![way];
        }
        let paired = self.of_pair(at);
        if !paired.is_empty() {
            return paired;
        }
        let planned = self.of_plan(at);
        if !planned.is_empty() {
            return planned;
        }
        let claim = self.claim(at);
        let mut ways: Vec<Way> = claim.as_ref().and_then(told).into_iter().collect();
        match claim {
            Some(claim) if claim.certain => {
                // *1.206 vụ/2.085 bị cáo, đạt 88,22%*: of two figures told as one the rate may be of the first.
                let other = claim.part.checked_sub(1).filter(|other| {
                    let between = self.between(*other, claim.part);
                    between.ends_with('/') || (between.contains(" với") && !between.contains([',', ';', '(']))
                });
                ways.extend(other.into_iter().flat_map(|other| self.explanations(other)));
                // *54/55 đại biểu có mặt tán thành, chiếm 93,1% tổng số đại biểu*: another base may be named.
                let named = self.following(at).trim_start().starts_with("tổng số");
                ways.extend(Some(claim.part).filter(|_| named).into_iter().flat_map(|part| self.explanations(part)));
                return ways;
            }
            Some(claim) => ways.extend(self.explanations(claim.part)),
            None => {}
        }
        let alike = self.alike(at);
        // What several shares agree on needs no single one, and no other figure clears it.
        let agreed = alike.iter().any(|way| way.tie == Tie::Told) && !self.opens_with_a_part();
        if agreed && self.is_named_alike(at) {
            return alike;
        }
        let shown = alike.iter().any(|way| way.tie == Tie::Told && !self.is_whole_at_hand(&way.terms));
        if shown {
            ways.retain(|way| way.tie > Tie::Silent);
        }
        ways.extend(alike);
        ways.extend(self.of_one_base(at).into_iter().filter(|_| !agreed));
        ways.extend(self.complement(at));
        let label = self.label(at);
        if WORDS.iter().any(|word| label.trim_end().ends_with(word)) {
            ways.extend(self.parts_of_whole(at));
            ways.extend(self.base_by_unit(at));
        }
        if agreed && !shown {
            ways.retain(|way| way.tie > Tie::Free || self.is_base_beside(&way.terms));
        }
        ways
    }

    /// *Trong số có điều kiện, đã thi hành xong 369.372 việc, đạt 63,75%*: whether the head of the sentence names a base of its own.
    fn opens_with_a_part(&self) -> bool {
        let noun = self.opening().strip_prefix("trong số ").unwrap_or_default();
        !noun.is_empty() && !["đó", "này", "ấy", "trên"].iter().any(|word| noun.starts_with(word))
    }

    /// *cả nước đạt 134 tỷ USD, riêng 5 tỉnh kể trên đã chiếm 63%*: as many figures before the whole as are told of again.
    fn told_above(&self, at: usize) -> Option<Way> {
        let said = &self.figures[at];
        let many = at.checked_sub(1).filter(|many| *many >= self.own.start)?;
        let link = self.between(many, at);
        let above =
            ["kể trên", "nói trên"].iter().any(|word| link.contains(word)) && link.trim_end().ends_with("chiếm");
        let count = usize::try_from(self.figures[many].size.rescaled(0)?.mantissa).ok()?;
        let whole = many.checked_sub(1).filter(|whole| *whole >= self.own.start && above)?;
        let from = whole.checked_sub(count).filter(|_| (2..=NEAR).contains(&count))?;
        let kin = |one: usize| self.figures[one].is_kin(&self.figures[whole]) && self.figures[one].of.is_none();
        let alike = (from..whole).all(|one| kin(one) && !self.is_moved(one));
        // One more of them would make it another choice.
        let sole = alike
            && from.checked_sub(1).is_none_or(|one| !kin(one) || self.sentences_back(one) > self.sentences_back(from));
        let sum =
            (from..whole).try_fold(Reach::exactly(Decimal::default()), |sum, one| sum.plus(self.reach_of(one)?))?;
        let makes = sum.share(self.reach_of(whole)?).filter(|_| sole)?;
        let terms: Vec<String> = (from..whole).map(|one| self.figures[one].value.to_string()).collect();
        let terms = format!("({}) : {}", terms.join(" + "), self.figures[whole].shown());
        Some(Way { tie: Tie::Told, makes, terms: Terms::Product(terms, said.range.clone()) })
    }

    /// *2.251 kiến nghị … còn 2.224, trong đó 51 (2,29%) …; 2.127 (94,49%) …; 36 (1,62%)*: whether all shares beside one take its base.
    fn is_base_beside(&self, terms: &Terms) -> bool {
        let Terms::Share(part, base) = terms else { return true };
        let beside =
            |one: &usize| one != part && self.is_rated(*one) && self.figures[*one].is_like(&self.figures[*part]);
        let fits = |one: usize| {
            let made = self.reach_of(one)?.share(Reach::exactly(*base))?;
            Some(made.holds(&self.figures[one + 1]))
        };
        let near = part.saturating_sub(NEAR)..self.own.end.min(part + NEAR);
        near.filter(beside).all(|one| fits(one) != Some(false))
    }

    /// Whether the whole of a share is one of the figures, and not only what other shares show.
    fn is_whole_at_hand(&self, terms: &Terms) -> bool {
        let Terms::Share(part, base) = terms else { return false };
        self.figures[..*part].iter().rev().take(NEAR).any(|one| one.size == *base)
    }

    /// What a rate is a share of, in the order in which the text is the surest.
    fn claim(&self, at: usize) -> Option<Claim> {
        let rate = &self.figures[at];
        // *tỷ lệ 65% (12,48/19,2 tỷ đồng)*
        let behind = self.figures.get(at + 1).and_then(|next| Some((next, next.of?)));
        if let Some((_, base)) = behind.filter(|(next, _)| self.in_brackets(rate) == Some(*next)) {
            return Some(Claim { part: at + 1, base, certain: true });
        }
        if let Some(claim) = self.pair_behind(at) {
            return Some(claim);
        }
        // *từ 78 vụ xuống 61 vụ, tương đương 21,8%* is a change.
        let part = self.part_of_rate(at).filter(|part| self.from(*part).is_none())?;
        if !self.is_share(part, at) {
            return self.part_behind(at);
        }
        if self.is_over(self.label(part)) || self.is_plan_of(part) {
            // *thu 12,48 tỷ đồng trên dự toán giao 19,2 tỷ đồng, đạt 65%*: the nearer figure is the base.
            let base = self.figures[part].size;
            let kin = |other: &usize| self.figures[*other].is_kin(&self.figures[part]) && !self.is_change(*other);
            let other = (part.saturating_sub(NEAR)..part).rev().find(kin)?;
            return Some(Claim { part: other, base, certain: other >= self.own.start });
        }
        if let Some(base) = self.base_behind(part, at) {
            return Some(Claim { part, base, certain: true });
        }
        let (base, certain) = match self.base(part, rate)? {
            Base::Certain(base) => (base, true),
            Base::Likely(base) => (base, false),
        };
        Some(Claim { part, base, certain })
    }

    /// *tỷ lệ hộ nghèo là 3,25% (650 hộ trên 20.000 hộ)*.
    fn pair_behind(&self, at: usize) -> Option<Claim> {
        let (part, base) = (self.figures.get(at + 1)?, self.figures.get(at + 2)?);
        let opened = self.between(at, at + 1).trim() == "(" && self.text[base.range.end..].starts_with(')');
        let over = ["trên", "trên tổng số", "/", "trong tổng số"].contains(&self.between(at + 1, at + 2).trim());
        (opened && over && part.is_like(base)).then_some(Claim { part: at + 1, base: base.size, certain: true })
    }

    /// *4.800 lao động, lao động nữ chiếm 62,5% (3.000 lao động)*: the part stands in the bracket right behind its rate, the whole
    /// before it.
    fn part_behind(&self, at: usize) -> Option<Claim> {
        let part = self.figures.get(at + 1).filter(|part| !part.is_rate() && part.of.is_none())?;
        let label = self.label(at);
        let shared = WORDS.iter().any(|word| label.trim_end().ends_with(word));
        let closed = self.between(at, at + 1).trim() == "(" && self.text[part.range.end..].starts_with(')');
        (shared && closed).then_some(())?;
        let whole = |one: &usize| {
            let figure = &self.figures[*one];
            figure.is_like(part) && figure.size > part.size && !self.is_moved(*one) && figure.of.is_none()
        };
        let mut wholes = (self.own.start..at).filter(whole);
        let base = wholes.next().filter(|_| wholes.next().is_none())?;
        Some(Claim { part: at + 1, base: self.figures[base].size, certain: false })
    }

    /// Whether the words before a figure make it the whole: *trên dự toán giao*, *so với kế hoạch*; *của* alone leads from a rate.
    fn is_over(&self, label: &str) -> bool {
        OVERS[..3].iter().any(|over| {
            let noun = label.rfind(over).map(|at| &label[at + over.len()..]).unwrap_or_default();
            BASES.iter().any(|base| noun.starts_with(base))
        })
    }

    /// *gieo 266,35 ha trên 295 ha kế hoạch*.
    fn is_plan_of(&self, at: usize) -> bool {
        let over = at.checked_sub(1).is_some_and(|part| self.between(part, at).trim() == "trên");
        over && PLANS.iter().any(|plan| self.following(at).trim_start().starts_with(plan))
    }

    /// The figure in the brackets that close the phrase behind a rate: *82,4% dự toán năm (9.000 tỷ đồng)*.
    pub(in crate::check::figures) fn in_brackets(&self, rate: &Mention) -> Option<&Mention> {
        let rest = &self.text[rate.range.end..];
        let mut from = 0;
        let open = loop {
            let sign = from + rest[from..].find([',', ';', '.', ':', '(', ')'])?;
            let inner = rest[sign..].strip_prefix('(')?;
            let end = inner.char_indices().take(LONGEST).find(|(_, sign)| *sign == ')').map(|(end, _)| end)?;
            // *kế hoạch Công ty Điện lực (EVN) giao (15.285 triệu kWh)*: a short form in brackets says nothing.
            if inner[..end].contains(|c: char| c.is_ascii_digit()) {
                break sign;
            }
            from = sign + 1 + end + 1;
        };
        let place = rate.range.end + open + 1;
        let at = self.figures.partition_point(|figure| figure.range.start < place);
        self.figures.get(at).filter(|figure| {
            figure.range.start == place && behind_unit(&self.text[figure.range.end..]).starts_with(')')
        })
    }
}

/// What follows the rest of a unit: */người/năm)*.
fn behind_unit(text: &str) -> &str {
    text.trim_start_matches(|c: char| c == '/' || (c.is_alphabetic() && text.starts_with('/')))
}

/// The part in hundredths of the base, with as many places as the rate.
pub(super) fn share(part: &Mention, base: Decimal, rate: &Mention) -> Option<Decimal> {
    part.size.percent_of(base, rate.value.scale)
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn rates() {
        let plan = "Tổng kế hoạch là 91,3 tỷ đồng, trong đó: vốn quốc gia 32,3 tỷ đồng; nay đã cấp 13 tỷ đồng (chiếm 40%). \
            Vốn địa phương giao theo kế hoạch 59 tỷ đồng; số thực hiện đạt 25,3 tỷ đồng, đạt";
        let wrong =
            "25,3 tỷ đồng, đạt 27,7% 27,7% là 25,3 tỷ đồng / 91,3 tỷ đồng, không phải 25,3 tỷ đồng / 59 tỷ đồng";
        assert_eq!(found(&format!("{plan} 27,7% kế hoạch năm.")), [wrong]);
        for right in ["42,9% kế hoạch năm.", "42,8% so với kế hoạch.", "27,7% chỉ tiêu.", "27,7% tổng vốn."]
        {
            assert!(found(&format!("{plan} {right}")).is_empty(), "{right}");
        }
        for right in [
            "Xã đã nhận 4.186 hồ sơ, trả đúng hạn 4.127 hồ sơ, đạt 98,59%.",
            "Thu đạt 7.415 tỷ đồng, bằng 82,4% dự toán năm (9.000 tỷ đồng).",
            "Kế hoạch giao 2 tỷ đồng. Đến nay đã cấp 500 triệu đồng, đạt 25% kế hoạch.",
            "Có 26/28 đại biểu dự họp, đạt 92,86%; 24/26 đại biểu tán thành (92,3%).",
            "Năm 2023 thu 20 tỷ đồng, năm 2024 thu 25 tỷ đồng, đạt 83% dự toán.",
            "Vốn được giao 42,92 tỷ đồng, điều chỉnh thành 48,67 tỷ đồng, đã cấp 48,67 tỷ đồng (bằng 100% kế hoạch điều chỉnh).",
            "Theo kế hoạch là 91,3 tỷ đồng, trong đó vốn tỉnh 32,3 tỷ đồng, đã cấp 13 tỷ đồng (bằng 40% kế hoạch).",
            "Thu 25 tỷ đồng, tăng 5 tỷ đồng, đạt 40%.",
            "Huyện có 10.412 hộ nghèo và 14.836 hộ cận nghèo. Ba xã có 3.417 hộ cận nghèo, chiếm 23,03% tổng số hộ cận nghèo.",
            "Giải ngân 13 tỷ đồng, đạt 40%.",
            "Có 310 trường đạt chuẩn. Mầm non có 92 trường (60%), tiểu học 128 trường (70%), trung học 90 trường (75%).",
            "Số vụ giảm 17 vụ (từ 78 vụ xuống 61 vụ, tương đương 21,8%).",
            "Có 12 xã đạt chuẩn, thu 25 tỷ đồng, chiếm 3% cả nước.",
        ] {
            assert!(found(right).is_empty(), "{right}: {:?}", found(right));
        }
        for wrong in [
            "Xã có 1.860 hộ, tăng 12 hộ so với cùng kỳ, trong đó 1.674 hộ có nước sạch (chiếm 95%).",
            "Trong số 640 học sinh khối 9, có 512 em đăng ký, đạt 85%.",
            "Huyện có 10.412 hộ nghèo và 14.836 hộ cận nghèo. Ba xã có 3.417 hộ cận nghèo, chiếm 32,82% tổng số hộ cận nghèo.",
            "Tỷ lệ hộ nghèo là 3,52% (650 hộ trên 20.000 hộ).",
            "Tổng số lao động là 4.800 người, lao động nữ chiếm 65,2% (3.000 người).",
            "Huyện kết nạp 41 đảng viên mới, đạt 82% chỉ tiêu. Trong đó, có 10 đảng viên nữ, chiếm 26,6%.",
            "Xã đã nhận 4.186 hồ sơ, trả đúng hạn 4.127 hồ sơ, đạt 89,59%.",
            "Thu đạt 7.415 tỷ đồng, bằng 84,2% dự toán năm (9.000 tỷ đồng).",
            "Kế hoạch giao 2 tỷ đồng. Đến nay đã cấp 500 triệu đồng, đạt 35% kế hoạch.",
            "Có 412 trên tổng số 450 trường đạt chuẩn, đạt 95,1%.",
        ] {
            assert_eq!(found(wrong).len(), 1, "{wrong}");
        }
        let votes = "Có 50 đại biểu dự họp. Nghị quyết được 49/53 đại biểu tán thành, đạt";
        assert_eq!(found(&format!("{votes} 92,45%.")), [""; 0]);
        let base =
            "49/53 đại biểu tán thành, đạt 98% 98% là 49 đại biểu / 50 đại biểu, không phải 49 đại biểu / 53 đại biểu";
        assert_eq!(found(&format!("{votes} 98%.")), [base]);
        let part = "49/53 đại biểu tán thành, đạt 94,34% 94,34% là 50 đại biểu / 53 đại biểu, không phải 49 đại biểu / 53 đại biểu";
        assert_eq!(found(&format!("{votes} 94,34%.")), [part]);
    }
}
